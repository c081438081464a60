namespace SoundFoundry.Api.Mail;

/// <summary>One mail to one user.</summary>
/// <param name="UserId">For the log, which has no addresses.</param>
/// <param name="Text">Its paragraphs.</param>
/// <param name="Link">Where its button leads.</param>
internal sealed record Letter(long UserId, string To, string Subject, IReadOnlyList<string> Text, string? Button = null, Uri? Link = null);
