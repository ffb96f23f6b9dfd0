using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Metrics;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Goes on where <see cref="IssueCredential"/> stopped after its step 5: the stored bytes are linted, signed and stored as
/// issued, in the same order. Whoever does it, only the first one's signature is stored.
/// </summary>
internal sealed class FinishIntent(
    CredentialsDb db, LearnerVault vault, IssuerIdentities identities, SigningKeys signingKeys, IssuerSeals seals, StampSeals stampSeals,
    RollbackGuard guard, ServiceMetrics metrics, TimeProvider time)
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

        if (guard.WhyNot(found.award.IssuerId) is { } refusal)
        {
            throw new SettingsException(refusal.Detail);
        }

        var rows = await db.Credentials.Where(row => row.AwardId == awardId).OrderBy(row => row.Id).ToListAsync();
        using var learnerKey = vault.Open(found.learner) ?? throw new InvalidOperationException("The learner was erased.");
        var identity = await identities.OfAsync(db, found.issuer, CancellationToken.None);
        var now = time.GetStoredNow();
        var documents = new List<IntendedDocument<CredentialRow>>(rows.Count);
        foreach (var row in rows)
        {
            // 3 and 4. Lint the stored bytes again: there is one way to a signature.
            var intent = learnerKey.Decrypt(LearnerKey.Column.CredentialIntent, row.Id, row.Intent);
            var verdict = Linter.Lint(new Draft(row.Format, intent));
            if (!verdict.Passed)
            {
                throw new InvalidOperationException($"The stored intent does not pass the linter any more: {verdict.Findings[0].Id}.");
            }

            documents.Add(Promised(row, verdict.Document, identity));
        }

        // 6.
        if (await stampSeals.RunAsync(documents.ConvertAll(document => document.Sign())) is not { } signed)
        {
            await Waiting.ForAsync(db, awardId, AwaitedThing.TimeStamp);
            return;
        }

        // 7.
        foreach (var (document, signature) in documents.Zip(signed))
        {
            document.Keep(signature, learnerKey, now);
        }

        // 8.
        if (await IssuedRecords.SaveAsync(db, found.award, rows, learnerKey, Actor, now))
        {
            rows.ForEach(row => metrics.Issued(row.Format));
        }
    }

    private IntendedDocument<CredentialRow> Promised(CredentialRow row, LintedDocument linted, IssuerIdentity identity)
    {
        if (!FormatList.TryGet(row.Format, out var format))
        {
            throw new InvalidOperationException("The stored intent is of no format of the list.");
        }

        if (format.Securing is Seal)
        {
            var seal = seals.Of(identity.Slug, row.VerificationMethod);
            return new(row, linted, Seal.MethodOf(seal), null, seal);
        }

        if (row.KeyId is null)
        {
            return new(row, linted, null, null, null);
        }

        // A key that was replaced since keeps what was promised in its name. One that was given up must not sign.
        var key = identity.Keys.Single(key => key.Row.Id == row.KeyId);
        if (key.Row.State is not (IssuerKeyState.Active or IssuerKeyState.VerifyOnly))
        {
            key = Successor(key, identity, format);
            (row.KeyId, row.VerificationMethod) = (key.Row.Id, key.NamedIn(format).Id);
        }

        return new(row, linted, key.NamedIn(format), signingKeys.Open(key.Row), null);
    }

    // Only where the document does not name the key itself: neither in its issuer's did:key nor in the creator of an assertion.
    private static IssuerKey Successor(IssuerKey key, IssuerIdentity identity, Format format)
    {
        var successor = identity.Signer(key.Row.Algorithm);
        return successor.Did == key.Did && format.Family != FormatFamily.OpenBadges2
            ? successor
            : throw new SettingsException($"An award is promised under the key {key.Row.Id}, which was given up: award it anew.");
    }
}
