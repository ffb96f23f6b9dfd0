using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Whether somebody may award an achievement by a file at all, before a byte of the file is read.</summary>
internal sealed class AskBatch(CredentialsDb db, Catalogue catalogue)
{
    /// <param name="client">Who asks.</param>
    /// <param name="question">For what.</param>
    /// <param name="key">What makes a repeated request the same one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Decision<AskedBatch>> RunAsync(Client client, BatchQuestion question, string? key, CancellationToken cancellationToken)
    {
        var formats = (question.Formats ?? FormatList.OpenBadges3).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (formats.Count == 0 || !formats.TrueForAll(FormatList.Names.Contains))
        {
            return new Refusal(RefusalCode.InvalidValue, "/formats", $"The formats are: {string.Join(", ", FormatList.Names)}.");
        }

        if (!question.TryGetSchedule(out var scheduledFor))
        {
            return new Refusal(RefusalCode.InvalidDate, "/scheduledFor", "Give an instant with its zone: 2026-11-20T09:30:00Z.");
        }

        var found = !RandomId.IsOne(question.Achievement) ? null : await db.Achievements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == question.Achievement && row.IssuerId == client.IssuerId, cancellationToken);
        if (found is null)
        {
            return new Refusal(RefusalCode.NotFound, "/achievement", "There is no such achievement.");
        }

        if (found is not { State: AchievementState.Published, PublishedVersion: { } version })
        {
            return new Refusal(RefusalCode.WrongState, "/achievement", "Only a published achievement can be awarded.");
        }

        var content = (await catalogue.VersionAsync(db, found.Id, version, cancellationToken)).Content;
        return new AskedBatch(found.Id, content, formats, question.DryRun, question.Confirm, scheduledFor, key);
    }
}
