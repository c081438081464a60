using System.Web;
using MimeKit;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Mail;

/// <summary>A running stack that sends mail, with the server that takes it.</summary>
public sealed class MailStack(SharedPostgres postgres) : IAsyncLifetime
{
    public const string Pages = "https://music.example";

    internal AccountsStack Accounts { get; } = new(postgres);

    internal SmtpServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Accounts.Settings["Accounts:PagesUrl"] = Pages;
        Accounts.Settings["Mail:Host"] = "127.0.0.1";
        Accounts.Settings["Mail:Port"] = $"{Server.Port}";
        Accounts.Settings["Mail:Security"] = "None";
        Accounts.Settings["Mail:From"] = "SoundFoundry <music@music.example>";
        await Accounts.InitializeAsync();
    }

    /// <summary>The page that the next mail to somebody links to, and what the link says.</summary>
    internal async Task<(string Page, Func<string, string> Value)> LinkToAsync(string address) =>
        Link(await Server.NextToAsync(address, TestContext.Current.CancellationToken));

    internal static (string Page, Func<string, string> Value) Link(MimeMessage mail)
    {
        var link = new Uri(mail.TextBody!.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http", StringComparison.Ordinal)));
        var values = HttpUtility.ParseQueryString(link.Query);
        return (link.GetLeftPart(UriPartial.Path), name => values[name]!);
    }

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await Server.DisposeAsync();
    }
}
