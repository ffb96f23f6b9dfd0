using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>What a mail tells: its subject, and what happened.</summary>
internal sealed record MailNews(string Subject, IReadOnlyList<string> Sentences)
{
    public static MailNews Of(DeliveryRow delivery, AwardRow award, Wording wording)
    {
        var texts = wording.Texts;
        (string, object)[] names = [("issuer", wording.Issuer), ("achievement", wording.Achievement)];
        if (delivery.Request == DeliveryRow.OnExpiry)
        {
            return new(
                texts.Format("mail.expiring.subject", ("achievement", wording.Achievement)),
                [texts.Format("mail.expiring.ends", [.. names, ("until", award.ValidUntil!.Value)]), texts.Format("mail.expiring.renew", ("issuer", wording.Issuer))]);
        }

        if (delivery.Change is { } change)
        {
            // Whoever reads it later than it happened is told what it is now, if that can be said.
            string[] why = award.StatusReason is { } reason ? [texts.Format("mail.reason", ("reason", reason))] : [];
            return new(texts.Format("mail.changed.subject", ("achievement", wording.Achievement)), [texts.Format($"mail.{change}", names), .. why]);
        }

        var happened = award switch
        {
            { ReplacesAwardId: not null } => "mail.replaced",
            { RenewsAwardId: not null } => "mail.renewed",
            _ => "mail.awarded",
        };
        return new(texts.Format("mail.subject", ("achievement", wording.Achievement)), [texts.Format(happened, names)]);
    }
}
