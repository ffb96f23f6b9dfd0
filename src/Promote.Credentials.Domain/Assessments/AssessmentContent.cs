using System.Text.Json.Serialization;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;

namespace Promote.Credentials.Domain.Assessments;

/// <summary>What an assessor records of one learner and one achievement. While it is a draft anything may be missing.</summary>
public sealed record AssessmentContent
{
    /// <summary>When the learner showed it; the day of the award.</summary>
    public DateTimeOffset? AwardedOn { get; init; }

    /// <summary>When the learning took place.</summary>
    public Activity? Activity { get; init; }

    /// <summary>What was reached, by the achievement's result descriptions.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>What shows it.</summary>
    public IReadOnlyList<AssessedEvidence> Evidence { get; init; } = [];

    /// <summary>Experience outside courses, by outcome; for <see cref="AssessmentKind.PriorLearning"/>.</summary>
    public IReadOnlyList<PortfolioItem> Portfolio { get; init; } = [];

    /// <summary>What the assessor says; Markdown.</summary>
    public string? Narrative { get; init; }

    /// <summary>Names of the formats that the award is issued in.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["ob3"];

    /// <summary>Whether the learner gets a mail with the link to the credential.</summary>
    public bool Notify { get; init; } = true;

    /// <summary>Ids of the files that it names.</summary>
    [JsonIgnore]
    public IEnumerable<string> Files => Evidence.Select(item => item.File).Concat(Portfolio.Select(item => item.File)).OfType<string>();

    /// <summary>The award that this would be once it is confirmed.</summary>
    /// <param name="learner">Who was assessed.</param>
    /// <param name="assessment">The assessment that this is of.</param>
    /// <param name="now">Stands for <see cref="AwardedOn"/> where nobody said it yet.</param>
    public AwardProposal ToProposal(Learner learner, ConfirmedAssessment assessment, DateTimeOffset now) => new()
    {
        Learner = learner,
        AwardedOn = AwardedOn ?? now,
        Activity = Activity,
        Results = Results,
        Evidence = [.. Evidence.Select(item => item.ToEvidence()), .. Portfolio.Select(item => item.ToEvidence())],
        Narrative = Narrative,
        Formats = Formats,
        Notify = Notify,
        Assessment = assessment,
    };

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "AssessmentContent ***";
}
