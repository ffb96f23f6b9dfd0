namespace Promote.Credentials.Server.Mail;

/// <summary>One message to one person. Personal data: never logged.</summary>
internal sealed record OutgoingMail
{
    /// <summary>RFC 5322 §3.6.4, without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Shown as its sender, beside the configured address.</summary>
    public required string SenderName { get; init; }

    /// <summary>Where answers go; null for the configured address.</summary>
    public string? ReplyTo { get; init; }

    public required string To { get; init; }

    /// <summary>Tag of the language that it is written in.</summary>
    public required string Language { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "OutgoingMail ***";
}
