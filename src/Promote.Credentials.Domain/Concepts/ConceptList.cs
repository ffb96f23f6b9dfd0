using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>
/// A published list of concepts with their labels. The Europass lists are here in full, but for the languages and the ways of
/// supervision, which are those whose names are known here; of ESCO's occupations only those around prison and probation work,
/// so an occupation outside this list is still an ESCO occupation.
/// </summary>
public sealed class ConceptList
{
    private readonly FrozenDictionary<string, Concept> byUri;
    private readonly FrozenDictionary<string, Concept> byCode;

    private ConceptList(string name, params string[] parts)
    {
        Name = name;
        Concepts = [.. parts.SelectMany(ConceptTable.Read)];
        byUri = Concepts.ToFrozenDictionary(concept => concept.Uri);
        byCode = Concepts.Where(concept => concept.Code is not null).ToFrozenDictionary(concept => concept.Code!);
    }

    /// <summary>Levels of the European Qualifications Framework; their codes are the digits.</summary>
    public static ConceptList EqfLevels { get; } = new("EQF levels", "europass/eqf");

    /// <summary>Europass: systems that credit points count in; the codes are ECTS and ECVET.</summary>
    public static ConceptList CreditFrameworks { get; } = new("Europass credit systems", "europass/education-credit");

    /// <summary>Fields of education and training (ISCED-F 2013); their codes are the two to four digits.</summary>
    public static ConceptList ThematicAreas { get; } = new("ISCED-F fields of education and training", "europass/isced-f");

    /// <summary>Europass: what programmes are, such as a short learning programme.</summary>
    public static ConceptList LearningOpportunityTypes { get; } = new("Europass learning opportunity types", "europass/learning-opportunity");

    /// <summary>Europass: what one does to learn, such as job experience.</summary>
    public static ConceptList LearningActivityTypes { get; } = new("Europass learning activity types", "europass/learning-activity");

    /// <summary>Europass: how learning or assessment is delivered.</summary>
    public static ConceptList LearningModes { get; } = new("Europass modes of learning", "europass/learning-assessment");

    /// <summary>Europass: schedules and settings of learning, and its modes.</summary>
    public static ConceptList ParticipationForms { get; } = new(
        "Europass learning schedules, settings and modes", "europass/learning-schedule", "europass/learning-setting", "europass/learning-assessment");

    /// <summary>Europass: how learning is assessed.</summary>
    public static ConceptList AssessmentTypes { get; } = new("Europass assessment types", "europass/assessment");

    /// <summary>Europass: whether an assessment is supervised and who sits it verified.</summary>
    public static ConceptList SupervisionTypes { get; } = new("Europass supervision and identity verification", "europass/supervision-verification");

    /// <summary>Europass: kinds of accreditation, which stand for the quality assurance behind a credential.</summary>
    public static ConceptList QualityAssuranceTypes { get; } = new("Europass accreditation types", "europass/accreditation");

    /// <summary>Europass: what one can be entitled to.</summary>
    public static ConceptList EntitlementTypes { get; } = new("Europass entitlement types", "europass/entitlement");

    /// <summary>Europass: whether an entitlement is there or in prospect.</summary>
    public static ConceptList EntitlementStatuses { get; } = new("Europass entitlement statuses", "europass/entitlement-status");

    /// <summary>ESCO: whether an outcome is a skill or knowledge.</summary>
    public static ConceptList SkillTypes { get; } = new("Europass skill types", "europass/skill-type");

    /// <summary>ESCO: how widely an outcome can be used.</summary>
    public static ConceptList SkillReuseLevels { get; } = new("Europass skill reuse levels", "europass/skill-reuse-level");

    /// <summary>Countries; their codes are those of ISO 3166-1 alpha-2, and XK for Kosovo.</summary>
    public static ConceptList Countries { get; } = new("countries of the EU Publications Office", "europass/country");

    /// <summary>The official languages of the EU, and Turkish; their codes are BCP 47 primary subtags.</summary>
    public static ConceptList Languages { get; } = new("languages of the EU Publications Office", "europass/language");

    /// <summary>Types of files; their codes are the ends of their URIs, such as PNG.</summary>
    public static ConceptList FileTypes { get; } = new("file types of the EU Publications Office", "europass/file-type");

    /// <summary>Europass: how the bytes of a file stand in a document.</summary>
    public static ConceptList ContentEncodings { get; } = new("Europass content encodings", "europass/encoding");

    /// <summary>Europass: kinds of credentials, such as Generic.</summary>
    public static ConceptList CredentialProfiles { get; } = new("Europass credential profiles", "europass/credential");

    /// <summary>ESCO occupations around prison and probation work.</summary>
    public static ConceptList EscoOccupations { get; } = new("ESCO occupations", "esco/occupations");

    /// <summary>ESCO skills around prison and probation work.</summary>
    public static ConceptList EscoSkills { get; } = new("ESCO skills", "esco/skills");

    /// <summary>Europass: schedules of learning, full time or part time.</summary>
    public static ConceptList LearningSchedules { get; } = new("Europass learning schedules", "europass/learning-schedule");

    /// <summary>Europass: settings of learning, formal or non-formal.</summary>
    public static ConceptList LearningSettings { get; } = new("Europass learning settings", "europass/learning-setting");

    /// <summary>Every list of concepts of Europass and the Publications Office.</summary>
    public static IReadOnlyList<ConceptList> European { get; } =
    [
        EqfLevels, CreditFrameworks, ThematicAreas, LearningOpportunityTypes, LearningActivityTypes, ParticipationForms, AssessmentTypes, SupervisionTypes,
        QualityAssuranceTypes, EntitlementTypes, EntitlementStatuses, SkillTypes, SkillReuseLevels, Countries, Languages, FileTypes, ContentEncodings, CredentialProfiles,
    ];

    /// <summary>What the list is called in messages.</summary>
    public string Name { get; }

    /// <summary>All concepts, in the order they are published in.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Finds a concept by its URI.</summary>
    public bool TryGet(Uri uri, [NotNullWhen(true)] out Concept? concept)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return byUri.TryGetValue(uri.AbsoluteUri, out concept);
    }

    /// <summary>Finds a concept by its code, which not every list has.</summary>
    public bool TryGetByCode(string code, [NotNullWhen(true)] out Concept? concept) => byCode.TryGetValue(code, out concept);

    /// <summary>The concept with this code, where it is known to be there.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public Concept ByCode(string code) => byCode[code];

    /// <summary>Finds the label of a concept, English first.</summary>
    public bool TryGetLabel(Uri concept, [NotNullWhen(true)] out LanguageMap? label)
    {
        label = TryGet(concept, out var found) ? found.Label : null;
        return label is not null;
    }
}
