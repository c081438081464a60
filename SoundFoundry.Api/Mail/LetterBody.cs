using System.Net;
using MimeKit;

namespace SoundFoundry.Api.Mail;

/// <summary>The same letter as plain text and as HTML without pictures, styles or anything else that is loaded from elsewhere.</summary>
internal static class LetterBody
{
    public static MimeMessage ToMessage(this Letter letter, string from)
    {
        var message = new MimeMessage { Subject = letter.Subject };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress(null, letter.To));
        message.Body = new BodyBuilder { TextBody = Plain(letter), HtmlBody = Html(letter) }.ToMessageBody();
        return message;
    }

    private static string Plain(Letter letter) =>
        string.Join("\n\n", letter.Link is null ? letter.Text : [.. letter.Text, $"{letter.Button}:\n{letter.Link.AbsoluteUri}"]) + "\n";

    private static string Html(Letter letter)
    {
        var paragraphs = letter.Text.Select(WebUtility.HtmlEncode);
        if (letter.Link is { } link)
            paragraphs = paragraphs.Append($"""<a href="{WebUtility.HtmlEncode(link.AbsoluteUri)}">{WebUtility.HtmlEncode(letter.Button)}</a>""");
        return "<!DOCTYPE html><html><body>" + string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>")) + "</body></html>";
    }
}
