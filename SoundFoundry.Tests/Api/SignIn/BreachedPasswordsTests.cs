using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Tests.Api.SignIn;

public sealed class BreachedPasswordsTests
{
    private const string Password = "correct horse battery";

#pragma warning disable CA5350 // the list is kept by SHA-1
    private static readonly string Hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(Password)));
#pragma warning restore CA5350

    [Theory]
    [InlineData("7", true)]
    [InlineData("0", false)] // padding
    public async Task A_password_is_known_if_the_list_has_seen_it_and_only_five_characters_of_its_hash_go_out(string count, bool known)
    {
        var asked = "";
        await using var list = await ServeAsync(context =>
        {
            asked = context.Request.Path;
            return context.Response.WriteAsync($"0123456789ABCDEF0123456789ABCDEF012:4\r\n{Hash[5..].ToLowerInvariant()}:{count}\r\n", context.RequestAborted);
        });
        (await LooksUpAsync(list.Urls.First())).ShouldBe(known);
        asked.ShouldBe($"/range/{Hash[..5]}");
    }

    [Fact]
    public async Task A_list_that_fails_or_is_away_keeps_nobody_out()
    {
        await using var list = await ServeAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
        (await LooksUpAsync(list.Urls.First())).ShouldBeFalse();
        (await LooksUpAsync("http://127.0.0.1:1/")).ShouldBeFalse();
        (await LooksUpAsync("")).ShouldBeFalse();
    }

    private static async Task<bool> LooksUpAsync(string list)
    {
        using var http = new HttpClient();
        var options = Options.Create(new AccountsOptions { BreachedPasswords = list });
        return await new BreachedPasswords(http, options, NullLogger<BreachedPasswords>.Instance)
            .IsKnownAsync(Password, TestContext.Current.CancellationToken);
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
