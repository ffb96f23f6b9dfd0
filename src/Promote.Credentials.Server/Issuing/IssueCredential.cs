using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Metrics;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// The issuing act. One long method, on purpose: the order of its steps is what keeps every promise, and nobody should have
/// to look for it. Every way to a credential goes through here.
/// </summary>
internal sealed partial class IssueCredential(
    CredentialsDb db,
    Catalogue catalogue,
    Prerequisites prerequisites,
    LearnerVault vault,
    LearnerFiles learners,
    KeyRing keyRing,
    IssuerIdentities identities,
    SigningKeys signingKeys,
    SealForAward sealForAward,
    StampSeals stampSeals,
    LinkedPictures pictures,
    StatusIndexes statusIndexes,
    RollbackGuard guard,
    SignedStatusLists statusLists,
    FinishIntent finishIntent,
    WithdrawIntent withdrawIntent,
    PublicUrls urls,
    PlatformPolicy policy,
    ServiceMetrics metrics,
    TimeProvider time,
    ILogger<IssueCredential> log)
{
    // Each time somebody else was first with a learner, a key or a status index; more would be a bug, not bad luck.
    private const int MaxAttempts = 5;

    /// <summary>Issues an award, or answers what the same request got before.</summary>
    /// <param name="proposal">What is asked for.</param>
    /// <param name="issuerId">Who asks.</param>
    /// <param name="achievementId">What is awarded, in its published version.</param>
    /// <param name="token">What makes a repeated request the same one; null when the client gave none.</param>
    /// <param name="actor">Who stands in the audit trail.</param>
    /// <param name="succession">The award that this one follows; null for one of its own.</param>
    /// <param name="cancellationToken">Counts until the intent is stored; what is promised is finished.</param>
    public async Task<Decision<IssuedAward>> RunAsync(
        AwardProposal proposal, string issuerId, string achievementId, IdempotencyToken? token, string actor, Succession? succession, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await IssueAsync(proposal, issuerId, achievementId, token, actor, succession, cancellationToken);
            }
            catch (DbUpdateException lost) when (attempt < MaxAttempts && UniqueViolation.Is(lost, out var key))
            {
                // The winner's rows are committed: begin again and see them.
                db.ChangeTracker.Clear();
                if (key.Contains("status_index", StringComparison.Ordinal))
                {
                    statusIndexes.Forget(issuerId);
                }
            }
            catch (Exception missing) when (missing is SettingsException or KeyUnavailableException)
            {
                Log.KeyMissing(log, missing);
                return new Refusal(RefusalCode.Unavailable, "", "A key of this issuer is not there now; the operator has been told.");
            }
        }
    }

    private async Task<Decision<IssuedAward>> IssueAsync(
        AwardProposal proposal, string issuerId, string achievementId, IdempotencyToken? token, string actor, Succession? succession, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var lookup = keyRing.Hashes.Learner(issuerId, proposal.Learner);
        var keyHash = token is null ? [] : keyRing.Hashes.IdempotencyKey(issuerId, token.Key);
        var standing = await Standing.FindAsync(db, issuerId, achievementId, lookup, keyHash, cancellationToken);
        if (standing.Answered is { } answered)
        {
            return await RepeatAsync(answered, token!);
        }

        if (succession is null && proposal.Assessment is { } assessed && await FollowedAsync(assessed, cancellationToken) is { } followed)
        {
            return followed;
        }

        if (standing.AchievementState is null)
        {
            return new Refusal(RefusalCode.NotFound, "/achievement", "There is no such achievement.");
        }

        if (guard.WhyNot(issuerId) is { } older)
        {
            return older;
        }

        if (succession is not null && await succession.WhyNotAsync(db, cancellationToken) is { } notFollowed)
        {
            return notFollowed;
        }

        // A corrected award is of the version that was earned, and an assessed one of that which was assessed, whatever became of the achievement since.
        if ((succession?.Version ?? (succession is null ? proposal.Assessment?.AchievementVersion : null) ?? (standing.AchievementState == AchievementState.Published ? standing.PublishedVersion : null)) is not { } versionNumber)
        {
            return new Refusal(RefusalCode.WrongState, "/achievement", "Only a published achievement can be awarded.");
        }

        var issuer = catalogue.Issuer(issuerId, standing.IssuerProfile);
        var version = await catalogue.VersionAsync(db, achievementId, versionNumber, cancellationToken);
        var decision = Award.Decide(proposal, issuer, version, FormatList.Names, now);
        if (!decision.Granted)
        {
            return new List<Refusal>(decision.Refusals);
        }

        var award = decision.Value;
        if (Missing(proposal, award) is { Count: > 0 } missing)
        {
            return missing;
        }

        // Whoever decided about an assessment, or awarded before what this follows, was asked then.
        if (succession is null && proposal.Assessment is null
            && await prerequisites.MissingAsync(proposal.Learner, version.Content.Policy, issuer.PrimaryLanguage, "/achievement", cancellationToken) is { Count: > 0 } lacking)
        {
            return lacking;
        }

        var (sealKey, sealRefusal) = sealForAward.Choose(issuer, proposal.Formats, now);
        if (sealRefusal is not null)
        {
            return sealRefusal;
        }

        // 1. Reserve ids and random status indexes, and find the key of each form: a missing one is told before anything is stored.
        var identity = await identities.OfAsync(db, issuerId, issuer.Slug, standing.KeysRevision, cancellationToken);
        var (awardId, publicId, holderId) = (RandomId.New(), RandomId.New(), RandomId.New());
        var ids = new CredentialIds
        {
            Urls = urls, PublicId = publicId, IssuerDid = identity.Did, Salt = IdentityHash.NewSalt(),
            Status = await statusIndexes.PickAsync(db, issuerId, cancellationToken),
            SubjectId = UrnUuid.New(), AssertionId = RandomId.New(), SignedAssertionId = UrnUuid.New(),
            EuropassId = CredentialIds.NewEuropassId(), SealOwnerId = CredentialIds.NewSealOwnerId(), Seal = sealKey?.Subject,
            IsTest = sealKey?.IsDevelopment ?? false,
            Logo = sealKey is null ? null : await pictures.FindAsync(issuerId, issuer.Image, cancellationToken),
        };
        var forms = new List<IntendedForm>();
        foreach (var format in FormsOf(proposal))
        {
            // One bit a document, so that no two of them can be told to belong together by it.
            var own = forms.Count == 0 ? ids : ids with { Status = await statusIndexes.PickAsync(db, issuerId, cancellationToken) };
            forms.Add(IntendedForm.Of(format, identity, signingKeys, sealKey, own));
        }

        Failpoint.Hit("issue-1");

        // 2. Write the award in every form.
        var drafts = forms.ConvertAll(form => form.Format.Write(award, form.Ids));
        Failpoint.Hit("issue-2");

        // 3. Lint: only what comes out of here can be signed.
        var verdicts = drafts.ConvertAll(Linter.Lint);
        if (verdicts.Exists(verdict => !verdict.Passed))
        {
            var findings = verdicts.SelectMany(verdict => verdict.Findings).ToList();
            Log.LintFailed(log, string.Join(", ", findings.Select(finding => finding.Id).Distinct()));
            return findings.ConvertAll(finding => new Refusal(
                RefusalCode.LintFailed, "", $"{finding.Id} at {finding.Pointer} of the document: {finding.Message}"));
        }

        Failpoint.Hit("issue-3");

        // 4. The canonical bytes, which the signature will cover: the linter made them to find what they would drop, and keeps them.
        var linted = verdicts.ConvertAll(verdict => verdict.Document!);
        Failpoint.Hit("issue-4");

        // 5. Store the intent: after this commit the award is promised, whatever happens to this process.
        var (learner, openedKey) = learners.Keep(standing.Learner, issuerId, lookup, proposal.Learner, now);
        using var learnerKey = openedKey;
        var awardRow = new AwardRow
        {
            Id = awardId,
            IssuerId = issuerId,
            AchievementId = achievementId,
            AchievementVersion = version.Number,
            LearnerId = learner.Id,
            PublicId = publicId,
            HolderId = holderId,
            State = IssuingState.Intended,
            Details = learnerKey.Encrypt(LearnerKey.Column.AwardDetails, awardId, StoredJson.WriteUtf8(proposal)),
            CreatedAt = now,
            ValidUntil = award.ValidUntil,
            ReplacesAwardId = succession?.Replaced,
            ReplacementReason = succession?.Reason,
            RenewsAwardId = succession?.Renewed,
            AssessmentId = succession is null ? proposal.Assessment?.Id : null,
            Vouched = proposal is { Vouched: true, Assessment: null } && version.Content.Policy.IsAssessed,
        };
        db.Awards.Add(awardRow);
        var documents = new List<IntendedDocument<CredentialRow>>(linted.Count);
        foreach (var (form, document) in forms.Zip(linted))
        {
            var id = RandomId.New();
            var row = new CredentialRow
            {
                Id = id,
                AwardId = awardId,
                Format = document.Format,
                State = IssuingState.Intended,
                Intent = learnerKey.Encrypt(LearnerKey.Column.CredentialIntent, id, document.Utf8.Span),
                ProofCreated = award.IssuedAt,
                KeyId = form.Key?.Row.Id,
                VerificationMethod = form.Method?.Id ?? urls.Assertion(ids.AssertionId),
                DocumentId = form.Format.DocumentId(ids),
                StatusListId = form.Ids.Status.ListId,
                StatusIndex = form.Ids.Status.Index,
                CreatedAt = now,
            };
            db.Credentials.Add(row);
            documents.Add(new IntendedDocument<CredentialRow>(row, document, form.Method, form.SigningKey, form.SealKey));
        }

        if (token is not null)
        {
            db.IdempotencyKeys.Add(new IdempotencyKeyRow
            {
                IssuerId = issuerId, KeyHash = keyHash, BodyHash = learnerKey.Hash(token.CanonicalBody), AwardId = awardId, CreatedAt = now,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        Failpoint.Hit("issue-5");

        // 6. Sign what was linted. A token that was pulled out in this moment takes the promise back: the client may ask again.
        var started = time.GetTimestamp();
        List<SignedDocument> signed;
        try
        {
            signed = documents.ConvertAll(document => document.Sign());
        }
        catch (KeyUnavailableException)
        {
            await withdrawIntent.RunAsync(awardId);
            throw;
        }

        // A seal gets its time from an authority. Where it must have one and the authority is away, the promise stands and is kept later.
        if (await stampSeals.RunAsync(signed) is not { } stamped)
        {
            return await Waiting.ForAsync(db, awardId, AwaitedThing.TimeStamp);
        }

        Failpoint.Hit("issue-6");

        // 7. Read back what will be stored, verify our own signature, compare the bytes.
        foreach (var (document, signature) in documents.Zip(stamped))
        {
            document.Keep(signature, learnerKey, now);
        }

        metrics.Signed(time.GetElapsedTime(started));
        Failpoint.Hit("issue-7");

        // 8. Store the signed documents, the audit row and the outbox row. No way back from here: nobody may cancel it.
        // Where it follows another award, that one gets its part in the same commit. Saved by somebody else means that a repeat of
        // this request, or another node that took us for dead, signed the same intent: theirs is stored.
        if (await IssuedRecords.SaveAsync(db, awardRow, documents.ConvertAll(document => document.Row), learnerKey, actor, now))
        {
            documents.ForEach(document => metrics.Issued(document.Row.Format));
        }

        Failpoint.Hit("issue-8");
        if (succession is not null)
        {
            await statusLists.PublishAsync(db, issuerId, CancellationToken.None);
        }

        return IssuedAward.Of(awardRow);
    }

    // The same key answers the same award, finished if it was only intended; with another body it answers nothing.
    private async Task<Decision<IssuedAward>> RepeatAsync(IdempotencyKeyRow answered, IdempotencyToken token)
    {
        var found = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.Id == answered.AwardId
            select new { award, learner }).SingleAsync(CancellationToken.None);
        using var key = vault.Open(found.learner);
        if (key is null || !CryptographicOperations.FixedTimeEquals(key.Hash(token.CanonicalBody), answered.BodyHash))
        {
            return IdempotencyToken.Reused;
        }

        if (found.award.State == IssuingState.Intended)
        {
            await finishIntent.RunAsync(found.award.Id);
            return IssuedAward.Of(await db.Awards.AsNoTracking().SingleAsync(row => row.Id == found.award.Id, CancellationToken.None));
        }

        return IssuedAward.Of(found.award);
    }

    // From one assessment follows one award, whoever asks for it and how often.
    private async Task<IssuedAward?> FollowedAsync(ConfirmedAssessment assessment, CancellationToken cancellationToken)
    {
        var award = await db.Awards.AsNoTracking().SingleOrDefaultAsync(row => row.AssessmentId == assessment.Id, cancellationToken);
        if (award is { State: IssuingState.Intended })
        {
            await finishIntent.RunAsync(award.Id);
            award = await db.Awards.AsNoTracking().SingleAsync(row => row.Id == award.Id, CancellationToken.None);
        }

        return award is null ? null : IssuedAward.Of(award);
    }

    // The verification page shows the embedded Open Badge, so every award has it.
    private static IEnumerable<Format> FormsOf(AwardProposal proposal) => proposal.Formats
        .Prepend(FormatList.OpenBadges3).Distinct(StringComparer.Ordinal)
        .Select(name => FormatList.TryGet(name, out var format) ? format : throw new UnreachableException("Award.Decide takes names of the list only."));

    private static List<Refusal> Missing(AwardProposal proposal, Award award) =>
    [
        .. from format in FormsOf(proposal)
           from refusal in format.Missing(award, JsonPointer.Append("/formats", Math.Max(0, proposal.Formats.ToList().IndexOf(format.Name))))
           select refusal,
    ];
}
