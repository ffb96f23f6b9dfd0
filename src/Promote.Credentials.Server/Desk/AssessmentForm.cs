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

    /// <summary>The formats that can be chosen besides Open Badges 3.0, which every award has.</summary>
    public static IReadOnlyList<string> MoreFormats { get; } = ["europass", "ob2"];

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
        Evidence = [.. Enumerable.Range(0, MaxRows).Select(row => EvidenceOf(form, row)).OfType<Evidence>()],
        Portfolio = kind == AssessmentKind.PriorLearning
            ? [.. Enumerable.Range(0, MaxRows).Select(row => PortfolioOf(form, row)).OfType<PortfolioItem>()]
            : [],
        Narrative = form["narrative"],
        Formats = [FormatList.OpenBadges3, .. MoreFormats.Where(format => form.All("format").Contains(format))],
        Notify = form["notify"] is not null,
    };

    private static Evidence? EvidenceOf(DeskForm form, int row) =>
        (form[$"evidence.{row}.name"], LinkOf(form[$"evidence.{row}.url"]), form[$"evidence.{row}.narrative"]) is var (name, url, narrative)
            && (name is not null || url is not null || narrative is not null)
                ? new Evidence(name, url, narrative)
                : null;

    private static PortfolioItem? PortfolioOf(DeskForm form, int row)
    {
        var (title, isChecked) = (form[$"portfolio.{row}.title"], form[$"portfolio.{row}.checked"]);
        return title is null && isChecked is null
            ? null
            : new PortfolioItem
            {
                Outcome = int.TryParse(form[$"portfolio.{row}.outcome"], out var outcome) ? outcome : -1,
                Title = title ?? "",
                Experience = Enum.TryParse<ExperienceType>(form[$"portfolio.{row}.experience"], ignoreCase: true, out var experience) ? experience : ExperienceType.Other,
                From = form.Day($"portfolio.{row}.from"),
                To = form.Day($"portfolio.{row}.to"),
                Url = LinkOf(form[$"portfolio.{row}.url"]),
                Checked = isChecked ?? "",
            };
    }

    private static Uri? LinkOf(string? text) => text is not null && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var link) ? link : null;
}
