using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Gives an empty file with the columns that an achievement has, to be filled and sent.</summary>
internal sealed class GetBatchTemplate(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/achievements/{id}/batch-template.csv"), Access(Scope.AchievementsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var issuerId = HttpContext.Client.IssuerId;
        var content = !RandomId.IsOne(id) ? null : await (
            from achievement in db.Achievements.AsNoTracking()
            join version in db.AchievementVersions on new { achievement.Id, Number = achievement.PublishedVersion ?? achievement.LatestVersion } equals new { Id = version.AchievementId, version.Number }
            where achievement.Id == id && achievement.IssuerId == issuerId
            select version.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? Refused.NotFound() : File(HeaderOf(StoredJson.Read<AchievementContent>(content)), "text/csv; charset=utf-8", "batch-template.csv");
    }

    private static byte[] HeaderOf(AchievementContent achievement)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(stream, options: null, leaveOpen: true))
        {
            csv.WriteRecord([.. BatchColumns.Fixed, .. achievement.ResultDescriptions.Select(description => BatchColumns.Result + description.Id), "evidence.1.name", "evidence.1.url", "evidence.1.narrative"]);
        }

        return stream.ToArray();
    }
}
