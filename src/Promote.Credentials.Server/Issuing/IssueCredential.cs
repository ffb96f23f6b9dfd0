using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
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
    DecideAward decide,
    LearnerVault vault,
    KnownLearners knownLearners,
    LearnerFiles learners,
    KeyRing keyRing,
    IssuerIdentities identities,
    SigningKeys signingKeys,
    StampSeals stampSeals,
    PlanForms planForms,
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
                return (await RunAsync([new AskedAward(proposal, token, succession)], issuerId, achievementId, actor, cancellationToken))[0];
            }
            catch (DbUpdateException lost) when (attempt < MaxAttempts && UniqueViolation.Is(lost, out _))
            {
                // The winner's rows are committed: begin again and see them.
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateConcurrencyException) when (attempt < MaxAttempts)
            {
                // The learner was erased before anything was promised: begin again, and see nobody.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>
    /// Issues many awards of one achievement with two commits: of all promises, and of all documents. A transaction that the caller began, to claim
    /// what it asks for, ends with the first.
    /// </summary>
    /// <param name="requests">What is asked for; none twice.</param>
    /// <param name="issuerId">Who asks.</param>
    /// <param name="achievementId">What is awarded.</param>
    /// <param name="actor">Who stands in the audit trail.</param>
    /// <param name="cancellationToken">Counts until the intents are stored.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="DbUpdateException">Somebody else was first with a learner, a key or a status index: nothing is stored.</exception>
    public async Task<IReadOnlyList<Decision<IssuedAward>>> RunAsync(
        IReadOnlyList<AskedAward> requests, string issuerId, string achievementId, string actor, CancellationToken cancellationToken)
    {
        var promised = new List<PromisedAward>(requests.Count);
        try
        {
            return await IssueAsync(requests, promised, issuerId, achievementId, actor, cancellationToken);
        }
        catch (Exception missing) when (missing is SettingsException or KeyUnavailableException)
        {
            Log.KeyMissing(log, missing);
            return [.. requests.Select(_ => (Decision<IssuedAward>)new Refusal(RefusalCode.Unavailable, "", "A key of this issuer is not there now; the operator has been told."))];
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost, out var key) && key.Contains("status_index", StringComparison.Ordinal))
        {
            statusIndexes.Forget(issuerId);
            throw;
        }
        finally
        {
            promised.ForEach(one => one.Dispose());
        }
    }

    private async Task<IReadOnlyList<Decision<IssuedAward>>> IssueAsync(
        IReadOnlyList<AskedAward> requests, List<PromisedAward> promised, string issuerId, string achievementId, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var keyHashes = requests.Select(request => request.Token is null ? [] : keyRing.Hashes.IdempotencyKey(issuerId, request.Token.Key)).ToList();
        var standing = await Standing.FindAsync(db, issuerId, achievementId, keyHashes, cancellationToken);
        var decisions = new Decision<IssuedAward>?[requests.Count];
        var unfinished = new List<(int Place, string AwardId)>();

        // 1. Whatever stands against it is told before anything is stored. For the others, reserve ids and random status indexes, and find the key of each form.
        foreach (var (place, request) in requests.Index())
        {
            if (standing.AnsweredOf(keyHashes[place]) is { } answered)
            {
                decisions[place] = await RepeatAsync(place, answered, request.Token!, unfinished);
                continue;
            }

            if (request.Succession is null && request.Proposal.Assessment is { } assessed && await db.Awards.AsNoTracking().SingleOrDefaultAsync(row => row.AssessmentId == assessed.Id, cancellationToken) is { } followed)
            {
                // From one assessment follows one award, whoever asks for it and how often.
                decisions[place] = AsItIs(place, request, followed, unfinished);
                continue;
            }

            var decision = await DecideAsync(request, standing, issuerId, achievementId, now, cancellationToken);
            if (!decision.Granted)
            {
                decisions[place] = new List<Refusal>(decision.Refusals);
                continue;
            }

            var (award, version, _, _) = decision.Value;
            var forms = await planForms.RunAsync(request.Proposal, decision.Value, standing.KeysRevision, () => statusIndexes.PickAsync(db, issuerId, cancellationToken), cancellationToken);
            promised.Add(new PromisedAward(place, request, award, version) { KeyHash = keyHashes[place], Forms = forms });
        }

        Failpoint.Hit("issue-1");

        // 2. Write the award in every form.
        promised.ForEach(one => one.Drafts = [.. one.Forms.Select(form => form.Format.Write(one.Award, form.Ids))]);
        Failpoint.Hit("issue-2");

        // 3. Lint: only what comes out of here can be signed.
        // 4. The canonical bytes, which the signature will cover: the linter made them to find what they would drop, and keeps them.
        foreach (var one in promised.ToList())
        {
            var verdicts = one.Drafts.Select(Linter.Lint).ToList();
            one.Linted = [.. verdicts.Select(verdict => verdict.Document).OfType<LintedDocument>()];
            if (one.Linted.Count < verdicts.Count)
            {
                var findings = verdicts.SelectMany(verdict => verdict.Findings).ToList();
                Log.LintFailed(log, string.Join(", ", findings.Select(finding => finding.Id).Distinct()));
                decisions[one.Place] = findings.ConvertAll(TriedAward.RefusalOf);
                promised.Remove(one);
            }
        }

        Failpoint.Hit("issue-3");
        Failpoint.Hit("issue-4");

        // 5. Store the intents: after this commit the awards are promised, whatever happens to this process.
        var named = await knownLearners.FindAsync([.. promised.Select(one => (issuerId, one.Request.Proposal.Learner))], cancellationToken);
        foreach (var (one, learner) in promised.Zip(named))
        {
            Promise(one, learner, issuerId, achievementId, now);
        }

        await SaveInBulk.RunAsync(db, cancellationToken);
        if (db.Database.CurrentTransaction is { } claim)
        {
            await claim.CommitAsync(cancellationToken);
        }

        Failpoint.Hit("issue-5");

        // 6. Sign what was linted. A token that was pulled out in this moment takes the promise back: the client may ask again.
        var started = time.GetTimestamp();
        foreach (var one in promised)
        {
            try
            {
                one.Signed = [.. one.Documents.Select(document => document.Sign())];
            }
            catch (KeyUnavailableException)
            {
                foreach (var unsigned in promised)
                {
                    await withdrawIntent.RunAsync(unsigned.Row!.Id);
                }

                throw;
            }
        }

        // A seal gets its time from an authority. Where it must have one and the authority is away, the promise stands and is kept later.
        foreach (var one in promised)
        {
            one.Signed = await stampSeals.RunAsync(one.Signed!);
        }

        Failpoint.Hit("issue-6");

        // 7. Read back what will be stored, verify our own signature, compare the bytes.
        var kept = promised.FindAll(one => one.Signed is not null);
        foreach (var one in kept)
        {
            foreach (var (document, signature) in one.Documents.Zip(one.Signed!))
            {
                document.Keep(signature, one.Key!, now);
            }
        }

        var took = time.GetElapsedTime(started);
        kept.ForEach(_ => metrics.Signed(took / kept.Count));
        Failpoint.Hit("issue-7");

        // 8. Store the signed documents, the audit rows and the outbox rows. No way back from here: nobody may cancel it.
        // Where one follows another award, that one gets its part in the same commit.
        if (await IssuedRecords.SaveAsync(db, kept, actor, now))
        {
            kept.SelectMany(one => one.Documents).ToList().ForEach(document => metrics.Issued(document.Row.Format));
        }
        else
        {
            // Somebody else signed one of the same intents: a repeat of this request, or another node that took us for dead. Theirs is stored, and ours of the others.
            unfinished.AddRange(kept.Select(one => (one.Place, one.Row!.Id)));
        }

        Failpoint.Hit("issue-8");
        promised.ForEach(one => decisions[one.Place] = IssuedAward.Of(one.Row!));
        foreach (var one in promised.Except(kept))
        {
            decisions[one.Place] = await Waiting.ForAsync(db, one.Row!.Id, AwaitedThing.TimeStamp);
        }

        foreach (var (place, awardId) in unfinished)
        {
            await finishIntent.RunAsync(awardId);
            decisions[place] = IssuedAward.Of(await db.Awards.AsNoTracking().SingleAsync(row => row.Id == awardId, CancellationToken.None));
        }

        if (requests.Any(request => request.Succession is not null))
        {
            await statusLists.PublishAsync(db, issuerId, CancellationToken.None);
        }

        return decisions!;
    }

    // What stands against an award, or what is to be awarded and sealed by.
    private async Task<Decision<DecidedAward>> DecideAsync(AskedAward request, Standing standing, string issuerId, string achievementId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (proposal, succession) = (request.Proposal, request.Succession);
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

        // Whoever decided about an assessment, or awarded before what this follows, was asked for prerequisites then.
        return await decide.RunAsync(
            proposal, catalogue.Issuer(issuerId, standing.IssuerProfile), await catalogue.VersionAsync(db, achievementId, versionNumber, cancellationToken), isFirst: succession is null && proposal.Assessment is null, now, cancellationToken);
    }

    private void Promise(PromisedAward one, NamedLearner named, string issuerId, string achievementId, DateTimeOffset now)
    {
        var (proposal, token, succession, line) = one.Request;
        var ids = one.Forms[0].Ids;
        (var learner, one.Key) = learners.Keep(named, issuerId, proposal.Learner, now);
        var awardId = RandomId.New();
        one.Row = new AwardRow
        {
            Id = awardId,
            IssuerId = issuerId,
            AchievementId = achievementId,
            AchievementVersion = one.Version.Number,
            LearnerId = learner.Id,
            PublicId = ids.PublicId,
            HolderId = RandomId.New(),
            State = IssuingState.Intended,
            Details = one.Key.Encrypt(LearnerKey.Column.AwardDetails, awardId, StoredJson.WriteUtf8(proposal)),
            CreatedAt = now,
            ValidUntil = one.Award.ValidUntil,
            ReplacesAwardId = succession?.Replaced,
            ReplacementReason = succession?.Reason,
            RenewsAwardId = succession?.Renewed,
            AssessmentId = succession is null ? proposal.Assessment?.Id : null,
            Vouched = proposal is { Vouched: true, Assessment: null } && one.Version.Content.Policy.IsAssessed,
        };
        db.Awards.Add(one.Row);
        var documents = new List<IntendedDocument<CredentialRow>>(one.Linted.Count);
        foreach (var (form, document) in one.Forms.Zip(one.Linted))
        {
            var id = RandomId.New();
            var row = new CredentialRow
            {
                Id = id,
                AwardId = awardId,
                Format = document.Format,
                State = IssuingState.Intended,
                Intent = one.Key.Encrypt(LearnerKey.Column.CredentialIntent, id, document.Utf8.Span),
                ProofCreated = one.Award.IssuedAt,
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

        one.Documents = documents;
        if (token is not null)
        {
            db.IdempotencyKeys.Add(new IdempotencyKeyRow
            {
                IssuerId = issuerId, KeyHash = one.KeyHash, BodyHash = one.Key.Hash(token.CanonicalBody), AwardId = awardId, CreatedAt = now,
            });
        }

        if (line is not null)
        {
            (line.State, line.AwardId) = (BatchLineState.Promised, awardId);
        }
    }

    // The same key answers the same award, finished if it was only intended; with another body it answers nothing.
    private async Task<Decision<IssuedAward>> RepeatAsync(int place, IdempotencyKeyRow answered, IdempotencyToken token, List<(int Place, string AwardId)> unfinished)
    {
        var found = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.Id == answered.AwardId
            select new { award, learner }).SingleAsync(CancellationToken.None);
        using var key = vault.Open(found.learner);
        return key is null || !CryptographicOperations.FixedTimeEquals(key.Hash(token.CanonicalBody), answered.BodyHash)
            ? IdempotencyToken.Reused
            : AsItIs(place, request: null, found.award, unfinished);
    }

    private static IssuedAward AsItIs(int place, AskedAward? request, AwardRow award, List<(int Place, string AwardId)> unfinished)
    {
        if (award.State == IssuingState.Intended)
        {
            unfinished.Add((place, award.Id));
        }

        if (request?.Line is { } line)
        {
            line.Became(award);
        }

        return IssuedAward.Of(award);
    }
}
