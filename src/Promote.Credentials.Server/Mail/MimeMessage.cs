using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Mail;

/// <summary>A message in the form that mail systems take: both parts in UTF-8, the plain one first (RFC 2046 §5.1.4).</summary>
internal static class MimeMessage
{
    /// <exception cref="FormatException">An address cannot be written into a header.</exception>
    public static MailMessage Of(OutgoingMail mail, string from)
    {
        if (!EmailAddress.IsValid(mail.To))
        {
            // MailAddress would take one of several.
            throw new FormatException("Not one e-mail address.");
        }

        var message = new MailMessage
        {
            From = new MailAddress(from, OneLine(mail.SenderName), Encoding.UTF8),
            To = { new MailAddress(mail.To) },
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            AlternateViews =
            {
                Part(mail.Text, MediaTypeNames.Text.Plain),
                Part(mail.Html, MediaTypeNames.Text.Html),
            },
        };
        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyToList.Add(new MailAddress(replyTo));
        }

        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        message.Headers.Add("Content-Language", mail.Language);
        // RFC 3834 §5: so that nobody's absence note answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static AlternateView Part(string text, string mediaType)
    {
        var part = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, mediaType);
        part.TransferEncoding = TransferEncoding.Base64;
        return part;
    }

    // A line end in a header would begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
