using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Has the good lines of a checked batch issued, or what they name changed. The bad ones are left out. Where the achievement asks for four eyes, a validator does it who
/// is neither the sender nor in the file.
/// </summary>
internal sealed class ConfirmBatch(CredentialsDb db, Catalogue catalogue, LinesAboutOneself oneself, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/batches/{id}/confirm"), Access(Scope.AwardsWrite, Scope.AwardsRevoke, Scope.AssessmentsDecide)]
    public Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        BatchStep.TakeAsync(db, time, HttpContext, id, [BatchState.AwaitingConfirmation], row => WhyNotAsync(row, cancellationToken), ToRunning, "batch.confirmed", cancellationToken);

    private Task<BatchState> ToRunning(BatchRow row)
    {
        if (row.State == BatchState.AwaitingConfirmation)
        {
            row.ConfirmedAt = time.GetStoredNow();
        }

        return Task.FromResult(BatchState.Running);
    }

    private async Task<Refusal?> WhyNotAsync(BatchRow row, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (row.Action != AwardAction.Issue)
        {
            return BatchStep.WhyNot(row.Action, client) ?? (row.State == BatchState.AwaitingConfirmation ? await oneself.WhyNotAsync(row, client, cancellationToken) : null);
        }

        if (!await AsksForFourEyesAsync(row, cancellationToken))
        {
            return BatchStep.WhyNot(row.Action, client);
        }

        if (!client.Scopes.Contains(Scope.AssessmentsDecide))
        {
            return new(RefusalCode.Forbidden, "", $"This achievement asks for four eyes: its batch is confirmed by who has the scope {Scope.AssessmentsDecide}.");
        }

        return client.KeyId == row.StartedBy ? new(RefusalCode.SeparationOfDuties, "", "This achievement asks for four eyes: somebody else than the sender confirms its batch.")
            : row.State == BatchState.AwaitingConfirmation ? await oneself.WhyNotAsync(row, client, cancellationToken)
            : null;
    }

    private async Task<bool> AsksForFourEyesAsync(BatchRow row, CancellationToken cancellationToken)
    {
        var number = await db.Achievements.Where(one => one.Id == row.AchievementId).Select(one => one.PublishedVersion!.Value).SingleAsync(cancellationToken);
        return (await catalogue.VersionAsync(db, row.AchievementId, number, cancellationToken)).Content.Policy.FourEyes;
    }
}
