using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;

namespace SoundFoundry.Tests.Api.Mail;

public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("localhost", MailSecurity.None, true)]
    [InlineData("127.0.0.1", MailSecurity.None, true)]
    [InlineData("::1", MailSecurity.None, true)]
    [InlineData("mail.example.org", MailSecurity.None, false)]
    [InlineData("localhost.example.org", MailSecurity.None, false)]
    [InlineData("192.0.2.1", MailSecurity.None, false)]
    [InlineData("mail.example.org", MailSecurity.StartTls, true)]
    public void Mail_crosses_no_network_for_all_to_read(string host, MailSecurity security, bool isAllowed)
    {
        var result = new ValidateMail().Validate(null, new MailOptions { Host = host, From = "music@example.org", Security = security });

        result.Succeeded.ShouldBe(isAllowed);
        if (!isAllowed) result.FailureMessage!.ShouldContain("Mail:Security");
    }

    [Theory]
    [InlineData("music.example.org", "", "Accounts:PagesUrl")]
    [InlineData("file:///etc", "", "Accounts:PagesUrl")]
    [InlineData("https://music.example.org", "passwords", "Accounts:BreachedPasswords")]
    [InlineData("https://music.example.org", "ftp://passwords.example", "Accounts:BreachedPasswords")]
    [InlineData("https://music.example.org", "", null)]
    [InlineData("http://localhost:3000", "https://passwords.example/", null)]
    public void Addresses_that_lead_nowhere_are_named_at_the_start(string pages, string breached, string? blamed)
    {
        var result = new ValidateAccounts().Validate(null, new AccountsOptions { PagesUrl = pages, BreachedPasswords = breached });

        result.Failed.ShouldBe(blamed is not null);
        if (blamed is not null) result.FailureMessage!.ShouldContain(blamed);
    }
}
