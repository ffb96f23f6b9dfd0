using System.Text.Json.Serialization;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>What an achievement asks for before it may be awarded.</summary>
public sealed record AwardPolicy
{
    /// <summary>Whether at least one piece of evidence is needed.</summary>
    public bool EvidenceRequired { get; init; }

    /// <summary>Whether every result description needs a result.</summary>
    public bool ResultsRequired { get; init; }

    /// <summary>Whether it is awarded after an assessment only.</summary>
    public bool AssessmentRequired { get; init; }

    /// <summary>Whether somebody else than the assessor has to confirm the assessment, which is then required.</summary>
    public bool FourEyes { get; init; }

    /// <summary>Ids of the achievements, of issuers of the network, that a learner has to hold before.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>Ids of the people and API keys who may assess it; empty for all who assess for the issuer.</summary>
    public IReadOnlyList<string> Assessors { get; init; } = [];

    /// <summary>Whether somebody may assess it.</summary>
    /// <param name="actor">Id of the person or of the API key.</param>
    public bool MayBeAssessedBy(string actor) => Assessors.Count == 0 || Assessors.Contains(actor);

    /// <summary>Whether there is no award without an assessment.</summary>
    [JsonIgnore]
    public bool IsAssessed => AssessmentRequired || FourEyes;
}
