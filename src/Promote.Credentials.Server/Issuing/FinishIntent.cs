using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Metrics;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Goes on where <see cref="IssueCredential"/> stopped after its step 5: the stored bytes are linted, signed and stored as
/// issued, in the same order. Whoever else does it makes the same bytes, and only the first one's are stored.
/// </summary>
internal sealed class FinishIntent(
    CredentialsDb db, Catalogue catalogue, LearnerVault vault, IssuerIdentities identities, ServiceMetrics metrics, TimeProvider time)
{
    private const string Actor = "recovery";

    /// <exception cref="SettingsException">The key that the intent names is not here; the intent stays.</exception>
    /// <exception cref="InvalidOperationException">The intent cannot be signed any more; it stays.</exception>
    public async Task RunAsync(string awardId)
    {
        db.ChangeTracker.Clear();
        var found = await (
            from award in db.Awards
            join issuer in db.Issuers on award.IssuerId equals issuer.Id
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.Id == awardId
            select new { award, issuer, learner }).SingleAsync();
        if (found.award.State == IssuingState.Issued)
        {
            return;
        }

        var rows = await db.Credentials.Where(row => row.AwardId == awardId).OrderBy(row => row.Id).ToListAsync();
        using var learnerKey = vault.Open(found.learner) ?? throw new InvalidOperationException("The learner was erased.");
        var identity = identities.Of(catalogue.Issuer(found.issuer.Id, found.issuer.Profile).Slug);
        var now = time.GetStoredNow();

        foreach (var row in rows)
        {
            // 3 and 4. Lint the stored bytes again: there is one way to a signature.
            var intent = learnerKey.Decrypt(LearnerKey.Column.CredentialIntent, row.Id, row.Intent);
            var verdict = Linter.Lint(new Draft(row.Format, intent));
            if (!verdict.Passed)
            {
                throw new InvalidOperationException($"The stored intent does not pass the linter any more: {verdict.Findings[0].Id}.");
            }

            if (row.VerificationMethod != identity.VerificationMethod.Id)
            {
                throw new SettingsException($"An award is promised under the key {row.VerificationMethod}: put that key back into Promote__KeysDirectory.");
            }

            // 6 and 7.
            var document = new IntendedDocument(row, verdict.Document);
            var signed = document.Linted.Sign(identity.Key, document.Proof);
            row.Signed = learnerKey.Encrypt(LearnerKey.Column.CredentialSigned, row.Id, signed.Utf8.Span);
            var readBack = learnerKey.Decrypt(LearnerKey.Column.CredentialSigned, row.Id, row.Signed);
            OwnSignature.Confirm(readBack, document.Linted, identity, now);
            row.SignedSha256 = SHA256.HashData(readBack);
        }

        // 8.
        IssuedRecords.Add(db, found.award, rows, learnerKey, Actor, now);
        try
        {
            await db.SaveChangesAsync();
            rows.ForEach(row => metrics.Issued(row.Format));
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was first, with the same bytes.
        }
    }
}
