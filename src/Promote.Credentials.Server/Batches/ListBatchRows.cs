using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Lists what became of the lines of a batch, in their order. What stood in them is not shown.</summary>
internal sealed class ListBatchRows(CredentialsDb db) : ControllerBase
{
    private const int MaxLimit = 1000;

    [HttpGet("/api/v1/batches/{id}/rows"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, [FromQuery] string? state, [FromQuery] int after = 0, [FromQuery] int limit = 100, CancellationToken cancellationToken = default)
    {
        var wanted = default(BatchLineState);
        if (state is not null && (!Enum.TryParse(state, ignoreCase: true, out wanted) || !Enum.IsDefined(wanted)))
        {
            return new Refused(RefusalCode.InvalidValue, "/state", $"The states are: {string.Join(", ", Enum.GetNames<BatchLineState>()).ToLowerInvariant()}.");
        }

        if (limit is < 1 or > MaxLimit)
        {
            return new Refused(RefusalCode.InvalidValue, "/limit", $"limit goes from 1 to {MaxLimit}.");
        }

        var issuerId = HttpContext.Client.IssuerId;
        if (!RandomId.IsOne(id) || !await db.Batches.AnyAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken))
        {
            return Refused.NotFound();
        }

        var rows = await db.BatchLines.AsNoTracking().Where(line => line.BatchId == id && line.Number > after && (state == null || line.State == wanted))
            .OrderBy(line => line.Number).Take(limit + 1).Select(line => new { line.Number, line.State, line.Problems, line.AwardId, line.ChangesAwardId }).ToListAsync(cancellationToken);
        return Ok(new Rows(
            [.. rows.Take(limit).Select(line => new Row(line.Number, line.State, line.Problems is null ? [] : StoredJson.Read<LineProblem[]>(line.Problems), line.AwardId, line.ChangesAwardId))],
            rows.Count > limit ? rows[limit - 1].Number : null));
    }

    /// <summary>Some lines.</summary>
    /// <param name="Items">The lines.</param>
    /// <param name="Next">The number to go on after; nothing at the end.</param>
    internal sealed record Rows(IReadOnlyList<Row> Items, int? Next);

    /// <summary>A line.</summary>
    /// <param name="Number">Counted from 1, without the header.</param>
    /// <param name="State">What became of it.</param>
    /// <param name="Problems">What stands against it.</param>
    /// <param name="Award">Id of the award that it became, or that it changed.</param>
    /// <param name="Changes">Id of the award that it is to change; nothing where a new one is to be.</param>
    internal sealed record Row(int Number, BatchLineState State, IReadOnlyList<LineProblem> Problems, string? Award, string? Changes);
}
