using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SoundFoundry.Tests.Api.External;

/// <summary>A small OpenID Connect provider: whoever comes is <see cref="Person"/>. Keeps to the protocol, or breaks it where a test says so.</summary>
internal sealed class OidcProvider : IAsyncDisposable
{
    public const string ClientId = "soundfoundry";
    public const string Secret = "a secret of the two";

    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, string RedirectUri)> _codes = [];
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private OidcProvider(WebApplication app) => _app = app;

    public string Issuer => _app.Urls.First();

    public Dictionary<string, object> Person { get; private set; } = [];

    /// <summary>Changes what the next tokens say.</summary>
    public Action<Dictionary<string, object>> Break { get; set; } = _ => { };

    /// <summary>Whether the next tokens are signed with a key that is not the provider's.</summary>
    public bool SignsWithAnotherKey { get; set; }

    public static async Task<OidcProvider> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var provider = new OidcProvider(builder.Build());
        provider._app.UseRouting();
        provider._app.MapGet("/.well-known/openid-configuration", provider.Discover);
        provider._app.MapGet("/keys", provider.Keys);
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", provider.TokenAsync);
        await provider._app.StartAsync(cancellationToken);
        return provider;
    }

    public void Be(string subject, string email, bool isVerified = true) =>
        Person = new() { ["sub"] = subject, ["email"] = email, ["email_verified"] = isVerified, ["name"] = "From elsewhere" };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Discover() => Results.Json(new
    {
        issuer = Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = $"{Issuer}/token",
        jwks_uri = $"{Issuer}/keys",
        response_types_supported = new[] { "code" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        var (n, e) = (Base64Url.EncodeToString(key.Modulus), Base64Url.EncodeToString(key.Exponent));
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n, e } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        string Query(string name) => request.Query[name].ToString();
        if (Query("client_id") != ClientId || Query("response_type") != "code" || Query("code_challenge_method") != "S256") return Results.BadRequest();
        var code = RandomNumberGenerator.GetHexString(32);
        _codes[code] = (Query("code_challenge"), Query("nonce"), Query("redirect_uri"));
        return Results.Redirect($"{Query("redirect_uri")}?code={code}&state={Uri.EscapeDataString(Query("state"))}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != verifier || form["client_secret"] != Secret
            || form["redirect_uri"] != asked.RedirectUri) return Results.BadRequest(new { error = "invalid_grant" });
        return Results.Json(new { access_token = "of no use", token_type = "Bearer", id_token = Sign(asked.Nonce) });
    }

    private string Sign(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(Person)
        {
            ["iss"] = Issuer, ["aud"] = ClientId, ["nonce"] = nonce, ["iat"] = now, ["exp"] = now + 300,
        };
        Break(claims);
        var signed = $"{Encode(new { alg = "RS256", kid = "1" })}.{Encode(claims)}";
        using var other = RSA.Create(2048);
        var signature = (SignsWithAnotherKey ? other : _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
