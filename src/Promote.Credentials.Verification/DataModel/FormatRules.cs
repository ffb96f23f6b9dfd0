using System.Text.Json;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>Everything that makes a document a well-formed credential; each rule looks at the whole document and never throws.</summary>
internal static class FormatRules
{
    internal static IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> All { get; } =
    [
        OpenBadgesSchema.Check,
        Contexts.Check,
        Identifiers.Check,
        Dates.Check,
        SubjectAndCriteria.Check,
        CredentialSchemas.Check,
        RelatedResources.Check,
        LinkedDataTerms.Check,
    ];
}
