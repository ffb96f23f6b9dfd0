namespace Promote.Credentials.Server.Mail;

/// <summary>No mail server is configured: the API shows the link, and whoever awards passes it on.</summary>
internal sealed class NoMail : IMail
{
    public bool Available => false;

    public Task<MailResult> SendAsync(OutgoingMail mail) => Task.FromResult(new MailResult(MailOutcome.NotNow, "no-mail-server"));
}
