using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Api.Mail;

public sealed class MailOptions
{
    public const string Section = "Mail";

    [Description("The SMTP server that takes our mail. Empty: no mail is sent, addresses are not confirmed and passwords not reset.")]
    public string? Host { get; init; }

    [Description("Its port.")]
    [Range(1, 65535, ErrorMessage = "Mail:{0} must be between {1} and {2}.")]
    public int Port { get; init; } = 587;

    [Description("As whom we sign in there. Empty: not at all.")]
    public string? User { get; init; }

    [Description("With which password.")]
    public string? Password { get; init; }

    [Description("The sender, such as SoundFoundry <music@example.org>.")]
    public string? From { get; init; }

    [Description("StartTls: encrypted after a plain greeting, as on port 587. Tls: from the first byte, as on port 465. None: not at all, only for a server on this machine.")]
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    internal bool IsOn => !string.IsNullOrWhiteSpace(Host);
}
