using System.Text.Json;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>An EndorsementCredential of Open Badges 3.0: what somebody says about another's badge, achievement or profile.</summary>
internal sealed class Endorsement : Family
{
    internal override string Name => "endorsement";

    internal override string Standard => "Open Badges 3.0";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; } =
        [OpenBadgesSchema.Endorsement, Contexts.Check, Identifiers.Check, Dates.Check, LinkedDataTerms.Check];
}
