namespace Promote.Credentials.Server.Mail;

/// <summary>What became of a mail.</summary>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="Code">Why not: <c>smtp-550</c>, <c>timeout</c>, <c>connection</c>, <c>address</c>; null when it was taken.</param>
internal sealed record MailResult(MailOutcome Outcome, string? Code)
{
    public static MailResult Taken { get; } = new(MailOutcome.Taken, null);
}
