using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>Who has no password and no key tries many. That stolen cookies and planted ones are worth nothing is in <c>SignInTests</c>.</summary>
public sealed class GuessingTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private const int Guesses = 25;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_passwords_of_a_stranger_lock_nobody_out()
    {
        (await stack.RegisterAsync("guessed@music.test")).Dispose();
        using var attacker = stack.NewBrowser();
        for (var guess = 0; guess < Guesses; guess++)
        {
            using var wrong = await SignInAsync(attacker, "guessed@music.test", $"a wrong password {guess}");
            wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var owner = stack.NewBrowser();
        using var right = await SignInAsync(owner, "guessed@music.test", AccountsStack.Password);

        right.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_key_is_of_256_random_bits_and_none_like_it_opens_anything()
    {
        using var user = await stack.RegisterAsync("keyed@music.test");
        using var made = await user.PostAsJsonAsync("/api/keys", new { name = "k", scopes = new[] { "read" } }, Stop);
        var key = (await made.ReadAsync()).GetProperty("key").GetString()!;
        var secret = key["sf_".Length..];
        (secret.Length * 6).ShouldBeGreaterThanOrEqualTo(256); // six bits to a letter

        string[] guesses =
        [
            "", "sf_", key[..^1], $"{key}A", key.ToUpperInvariant(), key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), secret, $"sf_{new string('A', secret.Length)}",
            $"{key}%00", $"sf_{secret} ' OR 1=1 --", "sf_*", "sf_%",
        ];
        foreach (var guess in guesses)
        {
            using var program = new HttpClient { BaseAddress = stack.Stack.Address };
            program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {guess}");
            (await program.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, guess);
        }
    }

    [Fact]
    public async Task Whoever_reads_the_database_finds_no_key_no_cookie_and_no_password()
    {
        using var browser = stack.NewBrowser();
        using var signedUp = await browser.PostAsJsonAsync(
            "/api/auth/register", new { name = "R", email = "readable@music.test", password = AccountsStack.Password }, Stop);
        var cookie = signedUp.Headers.GetValues("Set-Cookie").First().Split(';')[0].Split('=', 2)[1];
        using var made = await browser.PostAsJsonAsync("/api/keys", new { name = "k", scopes = new[] { "read" } }, Stop);
        var key = (await made.ReadAsync()).GetProperty("key").GetString()!;

        var rows = await stack.Stack.WithServiceAsync<IdentityDb, List<string>>(identity => identity.Database.SqlQueryRaw<string>(
            """
            SELECT k::text AS "Value" FROM identity.api_keys k UNION ALL SELECT s::text FROM identity.sessions s
            UNION ALL SELECT m::text FROM identity.members m
            """).ToListAsync(Stop));

        rows.ShouldNotBeEmpty();
        foreach (var secret in new[] { key["sf_".Length..], cookie, AccountsStack.Password }) rows.ShouldNotContain(row => row.Contains(secret));
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password) =>
        browser.PostAsJsonAsync("/api/auth/sign-in", new { email, password }, Stop);
}
