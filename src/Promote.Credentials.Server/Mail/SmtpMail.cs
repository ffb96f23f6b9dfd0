using System.Net;
using System.Net.Mail;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Mail;

/// <summary>Mail over SMTP (RFC 5321), with STARTTLS unless the settings say otherwise. Each message has a connection of its own.</summary>
internal sealed class SmtpMail(MailSettings settings) : IMail
{
    private const int FirstPermanent = 500;

    // Wrong credentials or a missing STARTTLS are the operator's to mend, not a fault of the address: the mail can wait (RFC 4954 §6).
    private static readonly int[] Operators = [530, 534, 535, 538];

    public bool Available => true;

    public async Task<MailResult> SendAsync(OutgoingMail mail)
    {
        try
        {
            using var message = MimeMessage.Of(mail, settings.From!);
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, Credentials = Credentials() };
            await WithinLimitAsync(client.SendMailAsync(message));
            return MailResult.Taken;
        }
        catch (TimeoutException)
        {
            return new MailResult(MailOutcome.NotNow, "timeout");
        }
        catch (FormatException)
        {
            return new MailResult(MailOutcome.Refused, "address");
        }
        catch (SmtpException refused)
        {
            return Said(refused);
        }
    }

    // The client's own time limit and its cancellation do not reach a server that fell silent; disposing of the client cuts the connection.
    private async Task WithinLimitAsync(Task sending)
    {
        _ = sending.ContinueWith(cut => cut.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        await sending.WaitAsync(TimeSpan.FromSeconds(settings.TimeoutSeconds));
    }

    // Without a status code there was no answer, or one that is not SMTP.
    private static MailResult Said(SmtpException refused)
    {
        var code = (int)refused.StatusCode;
        return code <= 0
            ? new MailResult(MailOutcome.NotNow, "connection")
            : new MailResult(code >= FirstPermanent && !Operators.Contains(code) ? MailOutcome.Refused : MailOutcome.NotNow, $"smtp-{code}");
    }

    private NetworkCredential? Credentials() => settings.UserName is null ? null : new NetworkCredential(settings.UserName, settings.Password);
}
