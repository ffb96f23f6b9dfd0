using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Takes a file with one award a line. It is stored before this answers; its lines are checked and issued afterwards.</summary>
internal sealed class SendBatch(CredentialsDb db, KeepBatch keep, Catalogue catalogue) : ControllerBase
{
    private const int MaxBytes = 512 * 1024 * 1024;

    private static readonly Dictionary<string, Func<Stream, AchievementContent, CancellationToken, IAsyncEnumerable<Dictionary<string, string>>>> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/csv"] = CsvLines.ReadAsync,
        ["application/x-ndjson"] = JsonLines.ReadAsync,
    };

    [HttpPost("/api/v1/batches"), Access(Scope.AwardsWrite), RequestSizeLimit(MaxBytes)]
    public async Task<IActionResult> RunAsync([FromQuery] Question question, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || !Readers.TryGetValue(type.MediaType.ToString(), out var read))
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", $"Send the file as {string.Join(" or ", Readers.Keys)}.");
        }

        if (!IdempotencyHeader.TryReadKey(Request, out var key))
        {
            return new Refused(IdempotencyHeader.Refusal);
        }

        var client = HttpContext.Client;
        var asked = await AskedAsync(question, client, key, cancellationToken);
        if (!asked.Granted)
        {
            return new Refused(asked.Refusals);
        }

        if (!FileEncoding.TryGet(type.Charset.Value, out var encoding))
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", $"The charset of the file is one of {string.Join(", ", FileEncoding.Names)}.");
        }

        var kept = await keep.RunAsync(asked.Value, client, Request.Body, file => read(encoding is null ? file : FileEncoding.AsUtf8(file, encoding), asked.Value.Achievement, cancellationToken), cancellationToken);
        return kept.Granted
            ? Accepted($"/api/v1/batches/{kept.Value.Id}", await BatchAnswer.OfAsync(db, kept.Value, cancellationToken))
            : new Refused(kept.Refusals);
    }

    private async Task<Decision<AskedBatch>> AskedAsync(Question question, Client client, string? key, CancellationToken cancellationToken)
    {
        var formats = (question.Formats ?? FormatList.OpenBadges3).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (formats.Count == 0 || formats.Exists(format => !FormatList.Names.Contains(format)))
        {
            return new Refusal(RefusalCode.InvalidValue, "/formats", $"The formats are: {string.Join(", ", FormatList.Names)}.");
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
        return content.Policy.IsAssessed && !client.Scopes.Contains(Scope.AwardsVouch)
            ? new Refusal(RefusalCode.AssessmentRequired, "/achievement", "This achievement is awarded after an assessment only: a batch cannot award it, but for a key with the scope awards:vouch.")
            : new AskedBatch(found.Id, content, formats, question.DryRun, question.Confirm, key);
    }

    /// <summary>What is asked of the file.</summary>
    internal sealed record Question
    {
        /// <summary>What is awarded.</summary>
        public string? Achievement { get; init; }

        /// <summary>The formats to issue, separated by commas; Open Badges 3.0 where nobody says.</summary>
        public string? Formats { get; init; }

        /// <summary>Whether it is checked and nothing else.</summary>
        public bool DryRun { get; init; }

        /// <summary>Whether it is issued without being confirmed, if every line is good.</summary>
        public bool Confirm { get; init; }
    }
}
