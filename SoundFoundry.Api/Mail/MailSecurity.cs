namespace SoundFoundry.Api.Mail;

public enum MailSecurity
{
    StartTls,
    Tls,
    None,
}
