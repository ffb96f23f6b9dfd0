using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>What one version of an achievement says; never changed once published (OB Achievement, ELM LearningAchievementSpecification).</summary>
public sealed record AchievementContent
{
    /// <summary>Title by language.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>What was learned, by language.</summary>
    public required LanguageMap Description { get; init; }

    /// <summary>What one must do to earn it, by language; Markdown.</summary>
    public required LanguageMap Criteria { get; init; }

    /// <summary>OB 3.0 achievementType: a member of its enumeration or <c>ext:…</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its picture: an http or https URL of a PNG or SVG.</summary>
    public Uri? Image { get; init; }

    /// <summary>Learning outcomes, in order.</summary>
    public IReadOnlyList<LearningOutcome> Outcomes { get; init; } = [];

    /// <summary>Field of education and training: a concept URI of ISCED-F in its Europass form (ELM ISCEDFCode).</summary>
    public Uri? ThematicArea { get; init; }

    /// <summary>What kind of programme leads to it: a concept URI of the Europass list of learning opportunities (ELM dcType).</summary>
    public Uri? LearningOpportunityType { get; init; }

    /// <summary>How one learns it, in courses and outside them, in order (ELM LearningActivity).</summary>
    public IReadOnlyList<LearningActivity> Activities { get; init; } = [];

    /// <summary>What one must have or know before, by language (ELM entryRequirement).</summary>
    public LanguageMap? EntryRequirement { get; init; }

    /// <summary>ESCO occupation that it prepares for.</summary>
    public Uri? Occupation { get; init; }

    /// <summary>Level in the European Qualifications Framework, 1 to 8.</summary>
    public int? EqfLevel { get; init; }

    /// <summary>Credit points.</summary>
    public Credits? Credits { get; init; }

    /// <summary>Notional workload as an ISO 8601 duration of hours, such as <c>PT60H</c>.</summary>
    public string? Workload { get; init; }

    /// <summary>Mode of learning: a concept URI of the Europass list of learning modes.</summary>
    public Uri? Mode { get; init; }

    /// <summary>Type of assessment: a concept URI of the Europass list of assessment types.</summary>
    public Uri? AssessmentType { get; init; }

    /// <summary>Supervision and identity verification of the assessment: a concept URI of the Europass list (ELM idVerification).</summary>
    public Uri? Supervision { get; init; }

    /// <summary>Form of participation: a concept URI of the Europass list of learning schedules or settings.</summary>
    public Uri? Participation { get; init; }

    /// <summary>Type of quality assurance: a concept URI of the Europass list of accreditation types.</summary>
    public Uri? QualityAssurance { get; init; }

    /// <summary>What it entitles to; where there is an <see cref="Occupation"/>, the entitlement is limited to it.</summary>
    public Entitlement? Entitlement { get; init; }

    /// <summary>What can be reached in the assessment.</summary>
    public IReadOnlyList<ResultDescription> ResultDescriptions { get; init; } = [];

    /// <summary>How long an award stays valid; null for ever.</summary>
    public Validity? Validity { get; init; }

    /// <summary>What an award of it asks for.</summary>
    public AwardPolicy Policy { get; init; } = new();
}
