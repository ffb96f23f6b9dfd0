using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Audit;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Audit;

/// <summary>Lists what was done at the issuer, the newest first: all of it, or of one thing, or of one kind.</summary>
internal sealed class ListAudit(CredentialsDb db, LearnerVault vault) : ControllerBase
{
    [HttpGet("/api/v1/audit"), Access(Scope.AuditRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, [FromQuery] string? subject, [FromQuery] string? action, CancellationToken cancellationToken)
    {
        var from = AuditCursor.Read(page.Cursor);
        var limit = (page with { Cursor = null }).From();
        if (!from.Granted || !limit.Granted)
        {
            return new Refused(from.Granted ? limit.Refusals : from.Refusals);
        }

        var (issuerId, start) = (HttpContext.Client.IssuerId, from.Value);
        var rows = await db.Audit.AsNoTracking()
            .Where(row => row.IssuerId == issuerId && row.At <= start.At && (subject == null || row.Subject == subject) && (action == null || row.Action == action))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Skip(start.Seen).Take(page.Limit + 1).ToListAsync(cancellationToken);
        var listed = rows.Take(page.Limit).ToList();
        var next = rows.Count > page.Limit ? start.Behind(listed.ConvertAll(row => row.At)).ToString() : null;
        return Ok(new Page<AuditItem>(await OpenAsync(listed, cancellationToken), next));
    }

    private async Task<IReadOnlyList<AuditItem>> OpenAsync(List<AuditRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Where(row => row.Reason is not null).Select(row => row.LearnerId!).Distinct().ToList();
        var learners = await db.Learners.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return rows.ConvertAll(row =>
        {
            using var key = row.Reason is not null && learners.GetValueOrDefault(row.LearnerId!) is { } learner ? vault.Open(learner) : null;
            return AuditItem.Of(row, key);
        });
    }
}
