using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Writer = Promote.Credentials.Formats.DataModel.Writer;

namespace Promote.Credentials.Server.Issuing;

/// <summary>The same act for a document that a platform wrote itself: no award stands behind it, all other steps are the same.</summary>
internal sealed partial class IssueCredential
{
    /// <summary>Signs a platform's document, or says why not; pointers are those of a body with the member <c>credential</c>.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="issuerId">Who asks.</param>
    /// <param name="actor">Who stands in the audit trail.</param>
    /// <param name="cancellationToken">Counts until the intent is stored.</param>
    public async Task<Decision<SignedDocument>> RunAsync(PlatformRequest request, string issuerId, string actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await IssueAsync(request, issuerId, actor, cancellationToken);
            }
            catch (DbUpdateException lost) when (attempt < MaxAttempts && UniqueViolation.Is(lost, out _))
            {
                // Somebody else took the same bit.
                db.ChangeTracker.Clear();
                statusIndexes.Forget(issuerId);
            }
            catch (Exception missing) when (missing is SettingsException or KeyUnavailableException)
            {
                Log.KeyMissing(log, missing);
                return new Refusal(RefusalCode.Unavailable, "", "A key of this issuer is not there now; the operator has been told.");
            }
        }
    }

    private async Task<Decision<SignedDocument>> IssueAsync(PlatformRequest request, string issuerId, string actor, CancellationToken cancellationToken)
    {
        var issuer = await db.Issuers.AsNoTracking().SingleAsync(row => row.Id == issuerId, cancellationToken);
        if (!request.IsOfService && !catalogue.Issuer(issuerId, issuer.Profile).VcApi)
        {
            return new Refusal(RefusalCode.Forbidden, "", "This issuer has not turned the VC-API on: set vcApi in its profile.");
        }

        if (guard.WhyNot(issuerId) is { } older)
        {
            return older;
        }

        // 1. Find the key of the issuer that the document names, and reserve its bits.
        var identity = await identities.OfAsync(db, issuer, cancellationToken);
        var named = request.Credential.IssuerOf();
        var (form, key, method) = Signer(request.Forms, identity, named);
        if (form is null)
        {
            return new Refusal(RefusalCode.InvalidValue, "/credential/issuer", "Name this issuer by its DID, and ask for a suite that it has a key for.");
        }

        var entries = new List<StatusEntry>();
        if (request.StatusPurposes.Count > 0)
        {
            if (WhyNoStatus(request, identity, named!) is { } refusal)
            {
                return refusal;
            }

            foreach (var purpose in request.StatusPurposes)
            {
                entries.Add(new(purpose, await statusIndexes.PickForPlatformAsync(db, issuerId, purpose, cancellationToken)));
            }
        }

        // 2. to 4. Write it down, lint it, keep its canonical bytes.
        var verdict = Linter.Lint(Writer.Write(form, request.Credential, entries, urls));
        if (!verdict.Passed)
        {
            return verdict.Findings.Select(finding => new Refusal(RefusalCode.LintFailed, $"/credential{finding.Pointer}", $"{finding.Id}: {finding.Message}")).ToList();
        }

        if (policy.WhyNot(verdict.Document.Root) is { } notThis)
        {
            return notThis;
        }

        // 5. Store the intent: what will be signed is on record before it is.
        var now = time.GetStoredNow();
        var id = RandomId.New();
        using var documentKey = vault.New(id, out var wrapped);
        var row = new PlatformCredentialRow
        {
            Id = id,
            IssuerId = issuerId,
            Form = form.Name,
            State = IssuingState.Intended,
            DocumentHash = request.Credential.DocumentId() is { } documentId ? keyRing.Hashes.Document(documentId) : null,
            WrappedKey = wrapped,
            MasterKeyId = vault.KeyId,
            Intent = documentKey.Encrypt(LearnerKey.Column.CredentialIntent, id, verdict.Document.Utf8.Span),
            ProofCreated = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()),
            KeyId = key.Row.Id,
            VerificationMethod = method.Id,
            RevocationListId = entries.ElementAtOrDefault(0)?.Place.ListId,
            RevocationIndex = entries.ElementAtOrDefault(0)?.Place.Index,
            SuspensionListId = entries.ElementAtOrDefault(1)?.Place.ListId,
            SuspensionIndex = entries.ElementAtOrDefault(1)?.Place.Index,
            CreatedAt = now,
        };
        db.PlatformCredentials.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        Failpoint.Hit("platform-5");

        // 6. and 7. Sign what was linted; read it back and verify it.
        var started = time.GetTimestamp();
        var document = new IntendedDocument<PlatformCredentialRow>(row, verdict.Document, method, signingKeys.Open(key.Row), null);
        SignedDocument signed;
        try
        {
            signed = document.Sign();
        }
        catch (KeyUnavailableException)
        {
            await db.PlatformCredentials.Where(one => one.Id == id).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }

        document.Keep(signed, documentKey, now);
        metrics.Signed(time.GetElapsedTime(started));
        Failpoint.Hit("platform-7");

        // 8. Store it with its audit row. Nobody has seen it before this commit, so an intent that a crash leaves is given up.
        (row.State, row.IssuedAt) = (IssuingState.Issued, now);
        db.Audit.Add(new AuditRow { At = now, IssuerId = issuerId, Actor = actor, Action = "credential.issued", Subject = id, Detail = StoredJson.Write(new { form = form.Name }) });
        await db.SaveChangesAsync(CancellationToken.None);
        metrics.Issued(form.Name);
        return signed;
    }

    private static Refusal? WhyNoStatus(PlatformRequest request, IssuerIdentity identity, string named) => request.Credential switch
    {
        var document when document.HasStatus() => new(RefusalCode.WrongState, "/credential/credentialStatus", "The document has a status of its own; leave it out to get one of this issuer."),
        var document when document.IsVersionOne() => new(RefusalCode.InvalidValue, "/credential/@context", "Status entries are for documents of version 2.0 of the data model."),
        _ when named != identity.Did => new(RefusalCode.InvalidValue, "/credential/issuer", $"The status lists of this issuer are signed as {identity.Did}: name it as the issuer."),
        _ => null,
    };

    // Without https an issuer is the did:key of each of its keys; with it, its keys still have those names, which some verifiers ask for.
    private static (CredentialForm? Form, IssuerKey Key, VerificationMethod Method) Signer(IReadOnlyList<CredentialForm> forms, IssuerIdentity identity, string? named)
    {
        foreach (var form in forms)
        {
            if (identity.Keys.SingleOrDefault(key => key.Row.State == IssuerKeyState.Active && key.Row.Algorithm == form.Securing.KeyAlgorithm) is not { } key)
            {
                continue;
            }

            if (named == key.Did)
            {
                return (form, key, form.Cryptosuite is null ? key.Jwk : key.Multikey);
            }

            if (named == DidKey.For(key.PublicKey))
            {
                return (form, key, VerificationMethod.Multikey(named, key.PublicKey));
            }
        }

        return (null, null!, null!);
    }
}
