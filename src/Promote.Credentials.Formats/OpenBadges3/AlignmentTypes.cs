namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>The targetTypes of this service's alignments. OB 3.0 knows no European value, so these use its extension form <c>ext:…</c>.</summary>
public static class AlignmentTypes
{
    /// <summary>A skill of ESCO that is a learning outcome.</summary>
    public const string EscoSkill = "ext:ESCOSkill";

    /// <summary>The occupation of ESCO that the achievement prepares for.</summary>
    public const string EscoOccupation = "ext:ESCOOccupation";

    /// <summary>A learning outcome without an ESCO skill.</summary>
    public const string LearningOutcome = "ext:LearningOutcome";

    /// <summary>The field of education and training, from ISCED-F.</summary>
    public const string ThematicArea = "ext:ThematicArea";

    /// <summary>The kind of programme, from the Europass list of learning opportunities.</summary>
    public const string LearningOpportunity = "ext:LearningOpportunity";

    /// <summary>Something that learners do to learn it; its target is the kind of activity.</summary>
    public const string LearningActivity = "ext:LearningActivity";

    /// <summary>What one must have or know before.</summary>
    public const string EntryRequirement = "ext:EntryRequirement";

    /// <summary>What it entitles to; its target is the kind of entitlement.</summary>
    public const string Entitlement = "ext:Entitlement";

    /// <summary>A level of the European Qualifications Framework.</summary>
    public const string EqfLevel = "ext:EQFLevel";

    /// <summary>The system that creditsAvailable counts in.</summary>
    public const string CreditSystem = "ext:CreditSystem";

    /// <summary>The notional workload, its code an ISO 8601 duration.</summary>
    public const string Workload = "ext:Workload";

    /// <summary>The mode of learning, from the Europass list.</summary>
    public const string LearningMode = "ext:LearningMode";

    /// <summary>The type of assessment, from the Europass list.</summary>
    public const string AssessmentType = "ext:AssessmentType";

    /// <summary>Supervision and identity verification of the assessment, from the Europass list.</summary>
    public const string Supervision = "ext:Supervision";

    /// <summary>The form of participation, from the Europass list.</summary>
    public const string Participation = "ext:Participation";

    /// <summary>The type of quality assurance, from the Europass list.</summary>
    public const string QualityAssurance = "ext:QualityAssurance";
}
