using System.Text.Json;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>Any credential of version 2.0 of the W3C data model.</summary>
internal sealed class VerifiableCredential : Family
{
    internal override string Name => "verifiableCredential";

    internal override string Standard => "Verifiable Credentials 2.0";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; } =
        [.. DataModelRules.VersionTwo, LinkedDataTerms.Check];
}
