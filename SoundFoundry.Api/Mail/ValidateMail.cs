using System.Net;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SoundFoundry.Api.Mail;

internal sealed class ValidateMail : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        !options.IsOn ? ValidateOptionsResult.Success
        : !MailboxAddress.TryParse(options.From, out _)
            ? ValidateOptionsResult.Fail($"Mail:From is \"{options.From}\". Set the sender's address, such as SoundFoundry <music@example.org>.")
        : !Enum.IsDefined(options.Security)
            ? ValidateOptionsResult.Fail($"Mail:Security is \"{options.Security}\". Set StartTls, Tls or None.")
        : options.Security == MailSecurity.None && !IsThisMachine(options.Host!)
            ? ValidateOptionsResult.Fail(
                $"Mail:Security is None and Mail:Host is \"{options.Host}\": links that open accounts would cross the network for all to read. "
                + "Set StartTls or Tls, or a server on this machine.")
        : ValidateOptionsResult.Success;

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
