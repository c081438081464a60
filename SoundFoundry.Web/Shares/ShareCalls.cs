using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Shares;

internal static class ShareCalls
{
    public static Task<Answer<IReadOnlyList<Share>>> SharesAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Share>>("list shares", "/api/shares", cancellationToken);

    public static Task<Answer<Share>> ShareAsync(this ApiClient api, long trackId, bool showPrompt, CancellationToken cancellationToken) =>
        api.PostAsync<Share>("share track", $"/api/tracks/{trackId}/share", new NewShare(showPrompt), cancellationToken);

    public static Task<Answer<Nothing>> RevokeAsync(this ApiClient api, long shareId, CancellationToken cancellationToken) =>
        api.DeleteAsync("revoke share", $"/api/shares/{shareId}", cancellationToken);

    public static Task<Answer<SharedTrack>> SharedAsync(this ApiClient api, string token, CancellationToken cancellationToken) =>
        api.GetAsync<SharedTrack>("open share", $"/api/public/shares/{Uri.EscapeDataString(token)}", cancellationToken);
}
