using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats;

namespace Promote.Credentials.Server.Desk;

/// <summary>What the form of an assessment says. Rows that are left empty say nothing; what cannot be read is taken as it stands, for the rules to refuse.</summary>
internal static class AssessmentForm
{
    /// <summary>Rows for evidence that a page shows beyond those that are filled.</summary>
    public const int SpareRows = 1;

    private const int MaxRows = 20;

    /// <summary>The formats that can be chosen besides Open Badges 3.0, which every award has, and what they are called in every language.</summary>
    public static IReadOnlyList<(string Name, string Title)> MoreFormats { get; } = [(FormatList.Europass, "Europass"), (FormatList.OpenBadges2, "Open Badges 2.0")];

    public static AssessmentContent Read(DeskForm form, AchievementContent achievement, AssessmentKind kind) => new()
    {
        AwardedOn = form.Day("awardedOn"),
        Activity = (form.Day("from"), form.Day("to")) is (null, null) ? null : new Activity(form.Day("from"), form.Day("to")),
        Results =
        [
            .. from description in achievement.ResultDescriptions
               let value = form[$"result.{description.Id}"]
               where value is not null
               select new Result(description.Id, value),
        ],
        Evidence = [.. Enumerable.Range(0, MaxRows).Select(row => EvidenceOf(form, row)).OfType<AssessedEvidence>()],
        Portfolio = kind == AssessmentKind.PriorLearning
            ? [.. Enumerable.Range(0, MaxRows).Select(row => PortfolioOf(form, row)).OfType<PortfolioItem>()]
            : [],
        Narrative = form["narrative"],
        Formats = [FormatList.OpenBadges3, .. MoreFormats.Select(format => format.Name).Where(name => form.All("format").Contains(name))],
        Notify = form["notify"] is not null,
    };

    /// <summary>What is left when a file is named nowhere any more.</summary>
    public static AssessmentContent Without(AssessmentContent content, string fileId) => content with
    {
        Evidence = [.. content.Evidence.Select(item => item.File == fileId ? item with { File = null } : item).Where(item => item is not (null, null, null, null))],
        Portfolio = [.. content.Portfolio.Select(item => item.File == fileId ? item with { File = null } : item)],
    };

    private static AssessedEvidence? EvidenceOf(DeskForm form, int row) =>
        new AssessedEvidence(form[$"evidence.{row}.name"], LinkOf(form[$"evidence.{row}.url"]), form[$"evidence.{row}.narrative"], form[$"evidence.{row}.file"])
            is var evidence and not (null, null, null, null) ? evidence : null;

    private static PortfolioItem? PortfolioOf(DeskForm form, int row)
    {
        var (title, isChecked, file) = (form[$"portfolio.{row}.title"], form[$"portfolio.{row}.checked"], form[$"portfolio.{row}.file"]);
        return (title, isChecked, file) is (null, null, null)
            ? null
            : new PortfolioItem
            {
                Outcome = int.TryParse(form[$"portfolio.{row}.outcome"], out var outcome) ? outcome : -1,
                Title = title ?? "",
                Experience = Enum.TryParse<ExperienceType>(form[$"portfolio.{row}.experience"], ignoreCase: true, out var experience) ? experience : ExperienceType.Other,
                From = form.Day($"portfolio.{row}.from"),
                To = form.Day($"portfolio.{row}.to"),
                Url = LinkOf(form[$"portfolio.{row}.url"]),
                File = file,
                Checked = isChecked ?? "",
            };
    }

    private static Uri? LinkOf(string? text) => text is not null && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var link) ? link : null;
}
