using Microsoft.Extensions.Options;
using MimeKit;

namespace SoundFoundry.Api.Mail;

internal sealed class ValidateMail : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        !options.IsOn || MailboxAddress.TryParse(options.From, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Mail:From is \"{options.From}\". Set the sender's address, such as SoundFoundry <music@example.org>.");
}
