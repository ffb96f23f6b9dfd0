using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Whether a batch is about who decides about it: by what its lines say, and by what the issuer knows of the learners whom they name.</summary>
internal sealed class LinesAboutOneself(CredentialsDb db, LearnerVault vault, Oneself oneselves)
{
    private const int Chunk = 500;

    public async Task<Refusal?> WhyNotAsync(BatchRow batch, Client client, CancellationToken cancellationToken)
    {
        if (client.Email is null)
        {
            return null;
        }

        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        for (var after = 0; ;)
        {
            var lines = await db.BatchLines.AsNoTracking().Where(line => line.BatchId == batch.Id && line.Number > after && line.State == BatchLineState.Good)
                .OrderBy(line => line.Number).Take(Chunk).ToListAsync(cancellationToken);
            if (await (batch.Action == AwardAction.Issue ? OfFileAsync(client, lines, key, cancellationToken) : OfAwardsAsync(client, lines, cancellationToken)) is { } oneself)
            {
                return oneself with { Pointer = "" };
            }

            if (lines.Count < Chunk)
            {
                return null;
            }

            after = lines[^1].Number;
        }
    }

    private Task<Refusal?> OfFileAsync(Client client, List<BatchLineRow> lines, LearnerKey key, CancellationToken cancellationToken) =>
        oneselves.WhyNotAsync(client, lines.ConvertAll(line => LearnerOf(CheckLines.CellsOf(line, key))), cancellationToken);

    private async Task<Refusal?> OfAwardsAsync(Client client, List<BatchLineRow> lines, CancellationToken cancellationToken)
    {
        var ids = lines.ConvertAll(line => line.ChangesAwardId);
        return await oneselves.WhyNotAsync(client, await db.Awards.Where(row => ids.Contains(row.Id)).Select(row => row.LearnerId).Distinct().ToListAsync(cancellationToken), cancellationToken);
    }

    private static Learner LearnerOf(Dictionary<string, string> cells) => new() { GivenName = "", FamilyName = "", Email = cells.GetValueOrDefault("email"), Identifier = cells.GetValueOrDefault("identifier") };
}
