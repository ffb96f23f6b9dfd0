namespace Promote.Credentials.Server.Mail;

/// <summary>What a mail server said.</summary>
internal enum MailOutcome
{
    /// <summary>It has the message now.</summary>
    Taken,

    /// <summary>Try again later: RFC 5321 §4.2.1, 4yz, or no answer.</summary>
    NotNow,

    /// <summary>Never: RFC 5321 §4.2.1, 5yz.</summary>
    Refused,
}
