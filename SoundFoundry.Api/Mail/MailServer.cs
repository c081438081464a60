using MailKit.Net.Smtp;
using MailKit.Security;

namespace SoundFoundry.Api.Mail;

internal static class MailServer
{
    public static async Task SendAsync(MailOptions options, Letter letter, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(options.Host!, options.Port, SecurityOf(options.Security), cancellationToken);
        if (!string.IsNullOrEmpty(options.User)) await client.AuthenticateAsync(options.User, options.Password ?? "", cancellationToken);
        await client.SendAsync(letter.ToMessage(options.From!), cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "No such security."),
    };
}
