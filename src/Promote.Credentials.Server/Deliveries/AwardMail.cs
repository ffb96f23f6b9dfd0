using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>Writes the mail about an award to the learner as they are known now: an address that was mended since is the one that is used.</summary>
internal sealed class AwardMail(CredentialsDb db, LearnerVault vault, Catalogue catalogue, PromoteSettings settings)
{
    public async Task<Letter> WriteAsync(DeliveryRow delivery)
    {
        var found = await (
            from award in db.Awards.AsNoTracking()
            join person in db.Learners on award.LearnerId equals person.Id
            join awarder in db.Issuers on award.IssuerId equals awarder.Id
            where award.Id == delivery.AwardId
            select new { award, person, awarder }).SingleAsync();
        using var key = vault.Open(found.person);
        if (key is null)
        {
            return Letter.Erased;
        }

        var learner = StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, found.person.Id, found.person.Profile));
        if (learner.Email is null)
        {
            return Letter.NoAddress;
        }

        var issuer = catalogue.Issuer(found.awarder.Id, found.awarder.Profile);
        var version = await catalogue.VersionAsync(db, found.award.AchievementId, found.award.AchievementVersion, CancellationToken.None);
        var wording = Wording.For(learner.Language, issuer, version.Content.Name);
        var news = MailNews.Of(delivery, found.award, wording);
        var (text, html) = AwardText.Write(wording, $"{learner.GivenName} {learner.FamilyName}", news, HolderLink(found.award));
        return Letter.Of(new OutgoingMail
        {
            MessageId = delivery.MessageId,
            SenderName = wording.Issuer,
            ReplyTo = issuer.Email,
            To = learner.Email,
            Language = wording.Texts.Language.Tag,
            Subject = news.Subject,
            Text = text,
            Html = html,
        });
    }

    private string HolderLink(AwardRow award) => $"{settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/credentials/{award.HolderId}";
}
