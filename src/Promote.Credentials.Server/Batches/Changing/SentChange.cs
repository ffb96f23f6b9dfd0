using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>A request that asks for a change of many awards.</summary>
internal static class SentChange
{
    public static async Task<IActionResult> AnswerAsync(CredentialsDb db, KeepChange keep, HttpContext context, AwardAction action, AskedChange asked, CancellationToken cancellationToken)
    {
        if (!IdempotencyHeader.TryRead(context, out var token, $"batch {action}\n"))
        {
            return new Refused(IdempotencyHeader.Refusal);
        }

        var kept = await keep.RunAsync(action, asked, context.Client, token, cancellationToken);
        return kept.Granted
            ? new AcceptedResult($"/api/v1/batches/{kept.Value.Id}", await BatchAnswer.OfAsync(db, kept.Value, cancellationToken))
            : new Refused(kept.Refusals);
    }
}
