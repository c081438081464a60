using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security.Walk;

/// <summary>Everybody who calls. All have credits enough.</summary>
internal sealed class WalkWorld : IDisposable
{
    private const int Plenty = 100_000;
    private static int _people;

    private readonly AccountsStack _stack;
    private readonly Dictionary<Actor, HttpClient> _actors = [];
    private HttpClient _operatorsPlainKey = null!;
    private HttpClient _creatingKey = null!;
    private HttpClient _wholeKey = null!;

    private WalkWorld(AccountsStack stack) => _stack = stack;

    public long UserId { get; private set; }

    public string UsersAddress { get; private set; } = "";

    public HttpClient User => _actors[Actor.User];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WalkWorld> CreateAsync(AccountsStack stack)
    {
        var world = new WalkWorld(stack);
        await world.FillAsync();
        return world;
    }

    /// <summary>Who calls an operation as that actor: which key has too small a scope depends on the operation.</summary>
    public HttpClient Of(Actor actor, string method, Door door) => actor != Actor.UnscopedKey ? _actors[actor]
        : door == Door.Operators ? _operatorsPlainKey
        : door == Door.Persons ? _wholeKey
        : method is "GET" or "HEAD" ? _creatingKey
        : _actors[Actor.UnscopedKey];

    public HttpClient NewBrowser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _stack.Stack.Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Takes back what an operator's walk did to the queue.</summary>
    public async Task AcceptTracksAsync() =>
        (await _actors[Actor.Operator].PostAsync("/api/admin/queue/resume", null, Stop)).EnsureSuccessStatusCode();

    public void Dispose()
    {
        foreach (var actor in _actors.Values.Append(_operatorsPlainKey).Append(_creatingKey).Append(_wholeKey)) actor.Dispose();
    }

    private async Task FillAsync()
    {
        UsersAddress = $"walker-{++_people}@music.test";
        _actors[Actor.Nobody] = NewBrowser();
        _actors[Actor.User] = await RegisterAsync(UsersAddress);
        _actors[Actor.Stranger] = await RegisterAsync($"stranger-{_people}@music.test");
        _actors[Actor.Operator] = NewBrowser();
        using (var signedIn = await _actors[Actor.Operator].PostAsJsonAsync(
            "/api/auth/sign-in", new { email = AccountsStack.OwnersAddress, password = AccountsStack.Password }, Stop))
            signedIn.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        UserId = await IdOfAsync(User);
        foreach (var id in new[] { UserId, await IdOfAsync(_actors[Actor.Stranger]), await IdOfAsync(_actors[Actor.Operator]) })
        {
            using var given = await _actors[Actor.Operator].PostAsJsonAsync(
                $"/api/admin/users/{id}/credits", new { credits = Plenty, reason = "for the walk" }, Stop);
            given.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        _actors[Actor.UnscopedKey] = await _stack.WithKeyAsync(User, "read");
        _creatingKey = await _stack.WithKeyAsync(User, "create");
        _wholeKey = await _stack.WithKeyAsync(User, "read", "create");
        _operatorsPlainKey = await _stack.WithKeyAsync(_actors[Actor.Operator], "read", "create");
        await AddDeadKeysAsync();
    }

    /// <summary>Of the operator and with every scope: nothing but their death can keep them out.</summary>
    private async Task AddDeadKeysAsync()
    {
        var known = await KeyIdsAsync();
        _actors[Actor.RevokedKey] = await _stack.WithKeyAsync(_actors[Actor.Operator], "read", "create", "admin");
        var revoked = (await KeyIdsAsync()).Except(known).Single();
        (await _actors[Actor.Operator].DeleteAsync($"/api/keys/{revoked}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        _actors[Actor.ExpiredKey] = await _stack.WithKeyAsync(_actors[Actor.Operator], "read", "create", "admin");
        var expired = (await KeyIdsAsync()).Except(known).Single();
        await _stack.Stack.WithServiceAsync<IdentityDb, int>(identity => identity.Database.ExecuteSqlAsync(
            $"UPDATE identity.api_keys SET expires_at = now() - interval '1 second' WHERE id = {expired}", Stop));
    }

    private async Task<List<long>> KeyIdsAsync() =>
        [.. (await _actors[Actor.Operator].GetAsJsonAsync("/api/keys")).EnumerateArray().Select(key => key.GetProperty("id").GetInt64())];

    private async Task<HttpClient> RegisterAsync(string email)
    {
        var browser = NewBrowser();
        using var made = await browser.PostAsJsonAsync("/api/auth/register", new { name = "Walker", email, password = AccountsStack.Password }, Stop);
        made.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return browser;
    }

    private static async Task<long> IdOfAsync(HttpClient browser) => (await browser.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
}
