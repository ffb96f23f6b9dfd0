using System.Text.Json;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>Any credential of version 1.1 of the W3C data model.</summary>
internal sealed class VerifiableCredentialOne : Family
{
    internal override string Name => "verifiableCredential";

    internal override string Standard => "Verifiable Credentials 1.1";

    internal override string ValidFrom => "issuanceDate";

    internal override string ValidUntil => "expirationDate";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; } =
        [.. DataModelRules.VersionOne, LinkedDataTerms.Check];
}
