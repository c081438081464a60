using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Operate.Invitations;

internal static class InvitationCalls
{
    public static Task<Answer<IReadOnlyList<Invitation>>> InvitationsAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Invitation>>("list invitations", "/api/admin/invitations", cancellationToken);
}
