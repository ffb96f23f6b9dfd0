using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>
/// Builds and signs status lists, each once per version and node. A version is written into <see cref="PublishedVersions"/>
/// before it is signed: nobody sees one that could be forgotten.
/// </summary>
internal sealed class SignedStatusLists(
    PublishedVersions versions, RollbackGuard guard, IssuerIdentities identities, SigningKeys signingKeys, PublicUrls urls, TimeProvider time, ILogger<SignedStatusLists> log)
    : IDisposable
{
    /// <summary>How long others may keep a list: a change is seen by everybody within this time.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, SignedStatusList> built = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim building = new(1);

    /// <summary>The list as it is now, signed.</summary>
    /// <exception cref="SettingsException">The issuer's key, or the file of the versions, is not there.</exception>
    public async Task<Decision<SignedStatusList>> FindAsync(CredentialsDb db, string listId, CancellationToken cancellationToken)
    {
        var now = await NowAsync(db, listId, cancellationToken);
        var issuerId = now?.IssuerId ?? versions.Current().GetValueOrDefault(listId)?.IssuerId;
        if (issuerId is not null && guard.WhyNot(issuerId) is { } refusal)
        {
            return refusal;
        }

        return now is null ? new Refusal(RefusalCode.NotFound, "", "There is no such list.")
            : BuiltAs(listId, now) ?? await BuildAsync(db, listId, cancellationToken);
    }

    /// <summary>Publishes what changed, so that it is not forgotten, and so that the first reader need not wait. A failure is logged: whoever asks for the list tries again.</summary>
    /// <param name="db">The store.</param>
    /// <param name="issuerId">Whose lists; null for all.</param>
    /// <param name="cancellationToken">Leaves the rest to the readers.</param>
    public async Task PublishAsync(CredentialsDb db, string? issuerId, CancellationToken cancellationToken)
    {
        var lists = await db.StatusLists.AsNoTracking().Where(list => issuerId == null || list.IssuerId == issuerId)
            .Select(list => new { list.Id, list.Version }).ToListAsync(cancellationToken);
        try
        {
            foreach (var list in lists.Where(list => !(versions.Current().GetValueOrDefault(list.Id)?.Version >= list.Version)))
            {
                await FindAsync(db, list.Id, cancellationToken);
            }
        }
        catch (Exception missing) when (missing is SettingsException or KeyUnavailableException)
        {
            Log.StatusListNotPublished(log, missing);
        }
    }

    public void Dispose() => building.Dispose();

    private static Task<ListNow?> NowAsync(CredentialsDb db, string listId, CancellationToken cancellationToken) => (
        from list in db.StatusLists.AsNoTracking()
        join issuer in db.Issuers on list.IssuerId equals issuer.Id
        where list.Id == listId
        select new ListNow(list.IssuerId, list.Version, issuer.KeysRevision)).SingleOrDefaultAsync(cancellationToken);

    private SignedStatusList? BuiltAs(string listId, ListNow now) =>
        built.TryGetValue(listId, out var known) && known.Version == now.Version && known.KeysRevision == now.KeysRevision ? known : null;

    private async Task<Decision<SignedStatusList>> BuildAsync(CredentialsDb db, string listId, CancellationToken cancellationToken)
    {
        await building.WaitAsync(cancellationToken);
        try
        {
            // Somebody who asked at the same time may have built it. Asked again behind the lock: a version below the built one is
            // then no race but an older database.
            if (await NowAsync(db, listId, cancellationToken) is { } now && BuiltAs(listId, now) is { } known)
            {
                return known;
            }

            var raised = await guard.RaiseAsync(db, listId, cancellationToken);
            return raised.Granted ? built[listId] = await SignAsync(db, raised.Value, cancellationToken) : raised.Refusals[0];
        }
        finally
        {
            building.Release();
        }
    }

    private async Task<SignedStatusList> SignAsync(CredentialsDb db, StatusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var identity = await identities.OfAsync(db, snapshot.IssuerId, snapshot.Slug, snapshot.KeysRevision, cancellationToken);
        var key = identity.Signer(KeyAlgorithm.Ed25519);

        // The instant is the same on every node, and none before the key was in use.
        var since = DateTimeOffset.FromUnixTimeSeconds(Latest(snapshot.ChangedAt, key.Row.ActivatedAt ?? key.Row.CreatedAt).ToUnixTimeSeconds());
        var verdict = Linter.Lint(Writer.Write(new()
        {
            Url = urls.StatusList(snapshot.ListId),
            IssuerDid = key.Did,
            ValidFrom = since,
            Purpose = snapshot.Purpose,
            Bits = snapshot.Bits,
            TimeToLive = TimeToLive,
        }));
        if (!verdict.Passed)
        {
            throw new InvalidOperationException($"A status list does not pass the linter: {verdict.Findings[0].Id} {verdict.Findings[0].Pointer}.");
        }

        var signed = verdict.Document.Sign(signingKeys.Open(key.Row), new ProofOptions { VerificationMethod = key.Multikey.Id, Created = since });
        verdict.Document.Confirm(signed.Utf8, key.Multikey, Latest(time.GetUtcNow(), since));
        return new(signed.Utf8.ToArray(), $"\"{Convert.ToHexStringLower(SHA256.HashData(signed.Utf8.Span)[..16])}\"", snapshot.Version, snapshot.KeysRevision);
    }

    private sealed record ListNow(string IssuerId, int Version, int KeysRevision);

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
