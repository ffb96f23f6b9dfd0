using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>A step in the life of a batch that somebody takes. Taking it again changes nothing.</summary>
internal static class BatchStep
{
    public static Task<IActionResult> TakeAsync(
        CredentialsDb db, TimeProvider time, HttpContext context, string id, BatchState[] from, BatchState to, string action, CancellationToken cancellationToken) =>
        TakeAsync(db, time, context, id, from, _ => Task.FromResult(to), action, cancellationToken);

    public static Task<IActionResult> TakeAsync(
        CredentialsDb db, TimeProvider time, HttpContext context, string id, BatchState[] from, Func<BatchRow, Task<BatchState>> toOf, string action, CancellationToken cancellationToken) =>
        TakeAsync(db, time, context, id, from, row => Task.FromResult(WhyNot(row.Action, context.Client)), toOf, action, cancellationToken);

    /// <summary>Why a client may not have a batch go on or end: whoever may do to one award what it does to many may.</summary>
    public static Refusal? WhyNot(AwardAction action, Client client)
    {
        string[] asked = action switch
        {
            AwardAction.Issue => [Scope.AwardsWrite],
            AwardAction.Replace => [Scope.AwardsWrite, Scope.AwardsRevoke],
            _ => [Scope.AwardsRevoke],
        };
        return Array.Find(asked, scope => !client.Scopes.Contains(scope)) is { } missing ? new(RefusalCode.Forbidden, "", $"What this batch does asks for the scope {missing}.") : null;
    }

    /// <param name="db">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="context">The request.</param>
    /// <param name="id">Of which batch.</param>
    /// <param name="from">The states in which it can be taken.</param>
    /// <param name="whyNot">Whether this client may take it.</param>
    /// <param name="toOf">Prepares it, and answers the state after it; what it changes is stored with it.</param>
    /// <param name="action">What the audit trail calls it.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public static async Task<IActionResult> TakeAsync(
        CredentialsDb db, TimeProvider time, HttpContext context, string id, BatchState[] from, Func<BatchRow, Task<Refusal?>> whyNot, Func<BatchRow, Task<BatchState>> toOf, string action, CancellationToken cancellationToken)
    {
        var client = context.Client;
        var row = RandomId.IsOne(id) ? await db.Batches.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (await whyNot(row) is { } refusal)
        {
            return new Refused(refusal);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var to = await toOf(row);
        if (row.State != to || row.PausedBecause is not null)
        {
            if (!from.Contains(row.State))
            {
                return new Refused(RefusalCode.WrongState, "", $"The batch is {row.State.ToString().ToLowerInvariant()}: this is not possible.");
            }

            row.Go(to, time.GetStoredNow());
            db.Audit.Add(client.Did(action, id, row.UpdatedAt));
            if (!await db.SaveUnlessChangedAsync(cancellationToken))
            {
                return new Refused(RefusalCode.WrongState, "", "The batch went on in this moment: look again.");
            }

            await transaction.CommitAsync(CancellationToken.None);
        }

        return new OkObjectResult(await BatchAnswer.OfAsync(db, row, cancellationToken));
    }
}
