using Promote.Credentials.Domain.Awards;

namespace Promote.Credentials.Domain.Assessments;

/// <summary>Something that shows the learning, as the assessor has it: it may be a file that the assessment keeps.</summary>
/// <param name="Name">Title.</param>
/// <param name="Url">Where it can be seen; http or https.</param>
/// <param name="Narrative">What it shows; Markdown.</param>
/// <param name="File">Id of a file of the assessment. No document of the award links to it: the file is the issuer's.</param>
public sealed record AssessedEvidence(string? Name, Uri? Url, string? Narrative, string? File = null)
{
    /// <summary>The evidence as the award states it.</summary>
    internal Evidence ToEvidence() => new(Name, Url, Narrative);
}
