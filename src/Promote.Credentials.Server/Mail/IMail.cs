namespace Promote.Credentials.Server.Mail;

/// <summary>The way to people's mailboxes.</summary>
internal interface IMail
{
    /// <summary>Whether there is a mail server at all.</summary>
    bool Available { get; }

    /// <summary>Sends one message and says what the mail server said; never throws for anything that the server or the network does.</summary>
    Task<MailResult> SendAsync(OutgoingMail mail);
}
