using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>What must hold in the store after whatever happened, and the documents in it.</summary>
internal static class Ledger
{
    public static LearnerVault Vault { get; } = new(MasterKeys.From(new PromoteSettings(), TestEnvironment.Development));

    public static async Task<StoredCredential?> FindAsync(TestDatabase database, string publicId)
    {
        await using var db = database.Open();
        return await new StoredCredentials(db, Vault).FindByPublicIdAsync(publicId, "ob3", CancellationToken.None);
    }

    /// <summary>
    /// Nothing is half done: this many awards, each with one Open Badge that verifies, one audit row and one outbox row; every
    /// document has its own status index.
    /// </summary>
    /// <param name="database">The store.</param>
    /// <param name="awards">How many there are.</param>
    /// <param name="issuers">Whose: what belongs to awards of others is not looked at. Everybody's where nobody is named.</param>
    public static async Task AssertWholeAsync(TestDatabase database, int awards, params Seed[] issuers)
    {
        await using var db = database.Open();
        var ids = issuers.Select(seed => seed.IssuerId).ToList();
        var others = await db.Awards.Where(row => ids.Count > 0 && !ids.Contains(row.IssuerId)).Select(row => row.Id).ToListAsync();
        var rows = await db.Awards.AsNoTracking().Where(row => !others.Contains(row.Id)).ToListAsync();
        var credentials = await db.Credentials.AsNoTracking().Where(row => !others.Contains(row.AwardId)).ToListAsync();
        Assert.Equal(awards, rows.Count);
        Assert.All(rows, row => Assert.Equal(IssuingState.Issued, row.State));
        Assert.All(credentials, row => Assert.Equal(IssuingState.Issued, row.State));
        Assert.Equal(rows.Select(row => row.Id).Order(), credentials.Where(row => row.Format == FormatList.OpenBadges3).Select(row => row.AwardId).Order());
        Assert.Equal(credentials.Count, credentials.DistinctBy(row => (row.StatusListId, row.StatusIndex)).Count());
        Assert.Equal(rows.Select(row => row.Id).Order(), (await db.Audit.Where(row => row.Action == "award.issued" && !others.Contains(row.Subject)).Select(row => row.Subject).ToListAsync()).Order());
        Assert.Equal(rows.Select(row => row.Id).Order(), (await db.Outbox.Where(row => row.Kind.StartsWith("award.") && !others.Contains(row.Subject)).Select(row => row.Subject).ToListAsync()).Order());
        foreach (var row in rows)
        {
            AssertVerifies(Assert.IsType<StoredCredential>(await FindAsync(database, row.PublicId)));
        }
    }

    private static void AssertVerifies(StoredCredential stored)
    {
        Assert.NotNull(stored.Utf8);
        Assert.Equal(stored.Credential.SignedSha256, SHA256.HashData(stored.Utf8));
        using var document = StrictJson.Parse(stored.Utf8);
        Assert.EndsWith("/v/" + stored.Award.PublicId, document.RootElement.GetProperty("id").GetString(), StringComparison.Ordinal);
        var issuer = document.RootElement.GetProperty("issuer").GetProperty("id").GetString()!;
        Assert.True(DidKey.TryResolve(issuer, out var did));
        var methods = did.VerificationMethods.ToDictionary(method => method.Id);
        var results = DataIntegrityProof.Verify(
            document.RootElement, methods, new ProofVerificationOptions { Now = DateTimeOffset.MaxValue, ExpectedController = issuer });
        var result = Assert.Single(results);
        Assert.True(result.Verified, result.Detail);
    }
}
