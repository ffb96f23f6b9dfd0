using System.Globalization;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Desk;

/// <summary>What the form of an achievement says, over what is there already: members that the form does not show stay as they are.</summary>
internal static class AchievementForm
{
    /// <summary>Empty rows for outcomes that the page shows beyond those that are filled.</summary>
    public const int SpareRows = 2;

    /// <summary>The Europass lists from which a member is chosen, by the name of its field.</summary>
    public static IReadOnlyList<(string Field, ConceptList List)> Choices { get; } =
    [
        ("mode", ConceptList.LearningModes), ("assessmentType", ConceptList.AssessmentTypes), ("qualityAssurance", ConceptList.QualityAssuranceTypes),
    ];

    private const int MaxRows = 50;

    /// <param name="form">The form, with texts in two languages.</param>
    /// <param name="before">What is there already.</param>
    /// <param name="first">The issuer's language.</param>
    /// <param name="second">The language that it is translated into.</param>
    public static AchievementContent Read(DeskForm form, AchievementContent before, string first, string second) => before with
    {
        Name = TextOf(form, "name", before.Name, first, second),
        Description = TextOf(form, "description", before.Description, first, second),
        Criteria = TextOf(form, "criteria", before.Criteria, first, second),
        Outcomes = [.. Enumerable.Range(0, MaxRows).Select(row => OutcomeOf(form, row, before.Outcomes.ElementAtOrDefault(row), first, second)).OfType<LearningOutcome>()],
        EqfLevel = NumberOf(form["eqfLevel"]) is { } level ? (int)level : null,
        Credits = NumberOf(form["credits"]) is { } credits ? new Credits(credits) : null,
        Workload = NumberOf(form["workload"]) is { } hours ? string.Create(CultureInfo.InvariantCulture, $"PT{hours:0}H") : null,
        Mode = ChoiceOf(form["mode"]),
        AssessmentType = ChoiceOf(form["assessmentType"]),
        QualityAssurance = ChoiceOf(form["qualityAssurance"]),
        ResultDescriptions = ResultDescriptionForm.Read(form, before.ResultDescriptions, first, second),
        Policy = before.Policy with
        {
            AssessmentRequired = form["policy"] is "assessment" or "fourEyes",
            FourEyes = form["policy"] == "fourEyes",
            ResultsRequired = form["resultsRequired"] is not null,
            EvidenceRequired = form["evidenceRequired"] is not null,
        },
    };

    /// <summary>Hours of a workload; null where there is none, or one in other units.</summary>
    public static string? Hours(string? workload) => workload is ['P', 'T', .. var hours, 'H'] ? hours : null;

    /// <summary>A text in two languages; those in others stay.</summary>
    internal static LanguageMap TextOf(DeskForm form, string field, LanguageMap before, string first, string second) => new(
    [
        .. new[] { (Language: first, Text: form[$"{field}.first"]), (Language: second, Text: form[$"{field}.second"]) }
            .Where(one => one.Text is not null).Select(one => KeyValuePair.Create(one.Language, one.Text!)),
        .. before.Where(text => text.Key != first && text.Key != second),
    ]);

    private static LearningOutcome? OutcomeOf(DeskForm form, int row, LearningOutcome? before, string first, string second)
    {
        var field = $"outcome.{row}";
        var title = TextOf(form, field, before?.Title ?? new([]), first, second);
        var esco = form[$"{field}.esco"] is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;
        return form[$"{field}.first"] is null && form[$"{field}.second"] is null && esco is null
            ? null
            : (before ?? new LearningOutcome(title, esco)) with { Title = title, Esco = esco };
    }

    private static decimal? NumberOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Uri? ChoiceOf(string? uri) => uri is null ? null : new Uri(uri, UriKind.RelativeOrAbsolute);
}
