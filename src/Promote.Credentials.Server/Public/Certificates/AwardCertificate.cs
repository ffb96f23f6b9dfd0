using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public.Certificates;

/// <summary>Sets a certificate: what the award says, in the language of the reader, under the name of the issuer that was signed.</summary>
internal sealed class AwardCertificate(CredentialsDb db, LearnerVault vault, Catalogue catalogue, LinkedPictures pictures, PublicUrls urls, PageLanguage page)
{
    /// <summary>The certificate; null once the learner is erased, or when what is stored is not what was written.</summary>
    /// <param name="context">The request, whose language is chosen.</param>
    /// <param name="signed">The award's Open Badges 3.0 document.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<SetCertificate?> SetAsync(HttpContext context, StoredCredential signed, CancellationToken cancellationToken)
    {
        var award = signed.Award;
        var row = await (
            from learner in db.Learners.AsNoTracking()
            from issuer in db.Issuers.Where(issuer => issuer.Id == award.IssuerId)
            from key in db.IssuerKeys.Where(key => key.Id == signed.Credential.KeyId).DefaultIfEmpty()
            where learner.Id == award.LearnerId
            select new { learner, issuer.Profile, IsTest = key != null && key.Source == KeySource.Development }).SingleAsync(cancellationToken);
        if (RecordedProposal.Read(vault, row.learner, award) is not { } proposal)
        {
            return null;
        }

        var version = await catalogue.VersionAsync(db, award.AchievementId, award.AchievementVersion, cancellationToken);
        var issuerNow = catalogue.Issuer(award.IssuerId, row.Profile);
        var decided = Award.Decided(proposal, issuerNow with { Name = NameIn(signed.Utf8, issuerNow.Name) }, version, signed.Credential.ProofCreated);
        var language = page.Choose(context, [.. version.Content.Name.Languages], issuerNow.PrimaryLanguage) ?? issuerNow.PrimaryLanguage;
        var logo = await pictures.FindAsync(award.IssuerId, issuerNow.Image, cancellationToken);
        return new(CertificateFace.Of(decided, urls, award.PublicId, language, logo, row.IsTest), logo is null ? null : issuerNow.Image!.AbsolutePath);
    }

    // An issuer may bear another name by now; the certificate says who awarded then.
    private static LanguageMap NameIn(byte[]? signed, LanguageMap now)
    {
        if (signed is null)
        {
            return now;
        }

        using var document = StrictJson.Parse(signed);
        var view = Reader.Read(document.RootElement);
        var language = view.Achievement?.Language ?? "en";
        return view.Issuer.Name is { } then && now.In(language) != then ? new LanguageMap([new(language, then)]) : now;
    }
}
