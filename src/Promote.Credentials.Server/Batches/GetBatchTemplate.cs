using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Batches.Reading.Xlsx;
using Promote.Credentials.Server.Batches.Writing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Gives an empty file with the columns that an achievement has, to be filled and sent.</summary>
internal sealed class GetBatchTemplate(CredentialsDb db) : ControllerBase
{
    private const string Name = "batch-template";

    [HttpGet("/api/v1/achievements/{id}/batch-template.csv"), Access(Scope.AchievementsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        await ColumnsAsync(id, cancellationToken) is { } columns ? File(CsvOf(columns), "text/csv; charset=utf-8", $"{Name}.csv") : Refused.NotFound();

    [HttpGet("/api/v1/achievements/{id}/batch-template.xlsx"), Access(Scope.AchievementsRead)]
    public async Task<IActionResult> RunXlsxAsync(string id, CancellationToken cancellationToken) =>
        await ColumnsAsync(id, cancellationToken) is { } columns ? File(await XlsxOfAsync(columns, cancellationToken), XlsxLines.MediaType, $"{Name}.xlsx") : Refused.NotFound();

    private async Task<string[]?> ColumnsAsync(string id, CancellationToken cancellationToken)
    {
        var issuerId = HttpContext.Client.IssuerId;
        var content = !RandomId.IsOne(id) ? null : await (
            from achievement in db.Achievements.AsNoTracking()
            join version in db.AchievementVersions on new { achievement.Id, Number = achievement.PublishedVersion ?? achievement.LatestVersion } equals new { Id = version.AchievementId, version.Number }
            where achievement.Id == id && achievement.IssuerId == issuerId
            select version.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : ColumnsOf(StoredJson.Read<AchievementContent>(content));
    }

    private static string[] ColumnsOf(AchievementContent achievement) =>
    [
        .. BatchColumns.Fixed.Where(column => column != BatchColumns.Assessment || achievement.Policy.IsAssessed),
        .. achievement.ResultDescriptions.Select(description => BatchColumns.Result + description.Id),
        "evidence.1.name", "evidence.1.url", "evidence.1.narrative",
    ];

    private static byte[] CsvOf(string[] columns)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(stream, options: null, leaveOpen: true))
        {
            csv.WriteRecord(columns);
        }

        return stream.ToArray();
    }

    private static async Task<byte[]> XlsxOfAsync(string[] columns, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var xlsx = await XlsxWriter.BeginAsync(stream, columns, BatchColumns.Days, cancellationToken))
        {
            await xlsx.EndAsync(cancellationToken);
        }

        return stream.ToArray();
    }
}
