using SoundFoundry.Web.Account.Keys;
using SoundFoundry.Web.Account.Profile;
using SoundFoundry.Web.Account.Sessions;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Visitors;

namespace SoundFoundry.Web.Account;

internal static class AccountCalls
{
    public static Task<Answer<Me>> MeAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<Me>("read account", "/api/me", cancellationToken);

    public static Task<Answer<IReadOnlyList<Session>>> SessionsAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Session>>("list sessions", "/api/sessions", cancellationToken);

    public static Task<Answer<IReadOnlyList<Key>>> KeysAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Key>>("list keys", "/api/keys", cancellationToken);

    public static Task<Answer<IReadOnlyList<Passkey>>> PasskeysAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Passkey>>("list passkeys", "/api/passkeys", cancellationToken);

    public static Task<Answer<IReadOnlyList<Login>>> LoginsAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Login>>("list logins", "/api/me/logins", cancellationToken);
}
