using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>
/// A published list of concepts with their labels. The Europass lists are here in full; of ESCO's occupations only those around
/// prison and probation work, so an occupation outside this list is still an ESCO occupation.
/// </summary>
public sealed class ConceptList
{
    private static readonly ILookup<string, KeyValuePair<string, LanguageMap>> Rows = ConceptTable.Read();

    private readonly FrozenDictionary<string, LanguageMap> labels;

    private ConceptList(string name, params string[] parts) =>
        (Name, labels) = (name, parts.SelectMany(part => Rows[part]).ToFrozenDictionary());

    /// <summary>Europass: how learning or assessment is delivered.</summary>
    public static ConceptList LearningModes { get; } = new("Europass modes of learning", "mode");

    /// <summary>Europass: schedules and settings of learning, and its modes.</summary>
    public static ConceptList ParticipationForms { get; } = new("Europass learning schedules, settings and modes", "schedule", "setting", "mode");

    /// <summary>Europass: how learning is assessed.</summary>
    public static ConceptList AssessmentTypes { get; } = new("Europass assessment types", "assessment");

    /// <summary>Europass: kinds of accreditation, which stand for the quality assurance behind a credential.</summary>
    public static ConceptList QualityAssuranceTypes { get; } = new("Europass accreditation types", "quality");

    /// <summary>ESCO occupations around prison and probation work.</summary>
    public static ConceptList EscoOccupations { get; } = new("ESCO occupations", "occupation");

    /// <summary>What the list is called in messages.</summary>
    public string Name { get; }

    /// <summary>The URIs of the concepts.</summary>
    public IReadOnlyCollection<string> Uris => labels.Keys;

    /// <summary>Finds the label of a concept, English first.</summary>
    public bool TryGetLabel(Uri concept, [NotNullWhen(true)] out LanguageMap? label)
    {
        ArgumentNullException.ThrowIfNull(concept);
        return labels.TryGetValue(concept.AbsoluteUri, out label);
    }
}
