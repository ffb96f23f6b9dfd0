using System.Net;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>Writes the mail that tells whoever started a batch that it is done: how many lines are where, and nobody's name.</summary>
internal sealed class BatchMail(CredentialsDb db, LearnerVault vault, Catalogue catalogue, PromoteSettings settings)
{
    public async Task<OutgoingMail> WriteAsync(BatchMailRow row, CancellationToken cancellationToken)
    {
        var found = await (
            from batch in db.Batches.AsNoTracking()
            join issuer in db.Issuers on batch.IssuerId equals issuer.Id
            join achievement in db.Achievements on batch.AchievementId equals achievement.Id
            where batch.Id == row.BatchId
            select new { batch, issuer, Version = achievement.PublishedVersion ?? achievement.LatestVersion }).SingleAsync(cancellationToken);
        var counts = (await BatchCounts.OfAsync(db, [found.batch], cancellationToken))[row.BatchId];
        var issuing = catalogue.Issuer(found.issuer.Id, found.issuer.Profile);
        var content = (await catalogue.VersionAsync(db, found.batch.AchievementId, found.Version, cancellationToken)).Content;
        var texts = Texts.FirstOf(await LanguageOfAsync(found.batch.StartedBy, cancellationToken), issuing.PrimaryLanguage);
        var name = content.Name.InOrElse(texts.Language.Tag, issuing.PrimaryLanguage);
        (string, object)[] values = [("achievement", name), ("rows", counts.Rows), ("good", counts.Good), ("issued", counts.Issued), ("bad", counts.Bad), ("failed", counts.Failed)];
        var kind = (found.batch.Action, found.batch.DryRun) switch
        {
            (AwardAction.Issue, true) => "mail.batch.checked",
            (AwardAction.Issue, false) => "mail.batch.done",
            (_, true) => "mail.batch.tried",
            (_, false) => "mail.batch.changed",
        };
        using var key = vault.Open(found.batch.Id, found.batch.KeyId, found.batch.WrappedKey)!;
        var link = $"{settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/desk/batches/{row.BatchId}";
        string[] sentences = [texts.Format(kind, values), texts[$"{kind}.open"]];
        return new OutgoingMail
        {
            MessageId = row.MessageId,
            SenderName = issuing.Name.InOrElse(issuing.PrimaryLanguage, texts.Language.Tag),
            ReplyTo = issuing.Email,
            To = StoredJson.Read<BatchSender>(key.Decrypt(LearnerKey.Column.BatchSender, row.BatchId, found.batch.Sender)).Email,
            Language = texts.Language.Tag,
            Subject = texts.Format($"{kind}.subject", values),
            Text = $"{string.Join("\n\n", sentences)}\n{link}\n",
            Html = $"""
                <!DOCTYPE html>
                <html lang="{texts.Language.Tag}"><head><meta charset="utf-8"><title>{Encode(name)}</title></head>
                <body>{string.Concat(sentences.Select(sentence => $"<p>{Encode(sentence)}</p>"))}<p><a href="{Encode(link)}">{Encode(link)}</a></p></body></html>

                """,
        };
    }

    // What they chose at the desk last; whoever comes by the identity provider chose nothing here.
    private Task<string?> LanguageOfAsync(string personId, CancellationToken cancellationToken) =>
        db.Sessions.Where(session => session.PersonId == personId && session.Language != null).OrderByDescending(session => session.CreatedAt).Select(session => session.Language).FirstOrDefaultAsync(cancellationToken);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
