using System.Globalization;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The award that a line asks for. What a cell has instead of a date or a link is a problem; whatever else is wrong, the rules of awards tell.</summary>
internal static class LineProposal
{
    private const int MaxEvidence = 20;

    private static readonly string[] EvidenceMembers = ["name", "url", "narrative"];

    /// <param name="cells">The cells by column.</param>
    /// <param name="achievement">What is awarded.</param>
    /// <param name="formats">The formats to issue.</param>
    /// <param name="now">Stands for a day that cannot be read, so that nothing else is wrong because of it.</param>
    /// <param name="problems">Takes what stands against it.</param>
    public static AwardProposal Read(IReadOnlyDictionary<string, string> cells, AchievementContent achievement, IReadOnlyList<string> formats, DateTimeOffset now, List<LineProblem> problems) => new()
    {
        Learner = new Learner
        {
            GivenName = cells.GetValueOrDefault("givenName", ""),
            FamilyName = cells.GetValueOrDefault("familyName", ""),
            Email = cells.GetValueOrDefault("email"),
            Identifier = cells.GetValueOrDefault("identifier"),
            Language = cells.GetValueOrDefault("language"),
            DateOfBirth = DayOf(cells, "dateOfBirth", problems) is { } born ? DateOnly.FromDateTime(born.UtcDateTime) : null,
        },
        AwardedOn = DayOf(cells, "awardedOn", problems) ?? Missing("awardedOn", cells, now, problems),
        ValidUntil = DayOf(cells, "validUntil", problems),
        Results =
        [
            .. from description in achievement.ResultDescriptions
               let value = cells.GetValueOrDefault(BatchColumns.Result + description.Id)
               where value is not null
               select new Result(description.Id, value),
        ],
        Evidence = [.. Enumerable.Range(1, MaxEvidence).Select(number => EvidenceOf(cells, number, problems)).OfType<Evidence>()],
        Narrative = cells.GetValueOrDefault("narrative"),
        Formats = formats,
    };

    /// <summary>A reason against an award, by the column that it is about.</summary>
    /// <param name="refusal">With a pointer into the body of <c>POST /api/v1/awards</c>.</param>
    /// <param name="proposal">What was asked for.</param>
    /// <param name="cells">The cells that it was read from.</param>
    public static LineProblem Of(Refusal refusal, AwardProposal proposal, IReadOnlyDictionary<string, string> cells) => refusal.Code == RefusalCode.AssessmentRequired ? new(BatchColumns.Assessment, refusal.Id, "This achievement is awarded after an assessment only: name a confirmed one.") : new(
        refusal.Pointer.Split('/') switch
        {
            ["", "learner", var member, ..] => member,
            ["", "learner"] => "email",
            ["", "results", var index, ..] when int.TryParse(index, CultureInfo.InvariantCulture, out var at) && at < proposal.Results.Count => BatchColumns.Result + proposal.Results[at].ResultDescription,
            ["", "evidence", var index, var member] when int.TryParse(index, CultureInfo.InvariantCulture, out var at) => $"evidence.{NumberOf(at, cells)}.{member}",
            ["", "awardedOn" or "validUntil" or "narrative"] path => path[1],
            _ => null,
        },
        refusal.Id,
        refusal.Detail);

    private static DateTimeOffset? DayOf(IReadOnlyDictionary<string, string> cells, string column, List<LineProblem> problems)
    {
        if (cells.GetValueOrDefault(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        }

        problems.Add(LineProblem.Of(RefusalCode.InvalidDate, column, "Write the date as year, month and day: 2026-03-20."));
        return null;
    }

    private static DateTimeOffset Missing(string column, IReadOnlyDictionary<string, string> cells, DateTimeOffset now, List<LineProblem> problems)
    {
        if (!cells.ContainsKey(column))
        {
            problems.Add(LineProblem.Of(RefusalCode.MissingField, column, "Say when the learner earned it."));
        }

        return now;
    }

    private static Evidence? EvidenceOf(IReadOnlyDictionary<string, string> cells, int number, List<LineProblem> problems)
    {
        var (name, url, narrative) = (cells.GetValueOrDefault($"evidence.{number}.name"), cells.GetValueOrDefault($"evidence.{number}.url"), cells.GetValueOrDefault($"evidence.{number}.narrative"));
        if ((name, url, narrative) is (null, null, null))
        {
            return null;
        }

        Uri? link = null;
        if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out link))
        {
            problems.Add(LineProblem.Of(RefusalCode.InvalidLink, $"evidence.{number}.url", "Give an absolute http or https URL."));
        }

        return new(name, link, narrative);
    }

    // Pieces of evidence are counted by those that are there.
    private static int NumberOf(int index, IReadOnlyDictionary<string, string> cells) => Enumerable.Range(1, MaxEvidence)
        .Where(number => EvidenceMembers.Any(member => cells.ContainsKey($"evidence.{number}.{member}"))).ElementAtOrDefault(index);
}
