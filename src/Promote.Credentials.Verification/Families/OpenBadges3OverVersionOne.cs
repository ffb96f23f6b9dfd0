using System.Text.Json;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>An Open Badges 3.0 credential over version 1.1 of the data model, as the first issuers made it.</summary>
internal sealed class OpenBadges3OverVersionOne : Family
{
    internal override string Name => "openBadges3";

    internal override string Standard => "Open Badges 3.0";

    internal override string ValidFrom => "issuanceDate";

    internal override string ValidUntil => "expirationDate";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; } =
    [
        _ => [new("/@context/0", "Not the current version of the credentials context.", FormatSeverity.Lenient)],
        Identifiers.Check,
        CredentialRules.VersionOne,
        SubjectAndCriteria.Check,
        LinkedDataTerms.Check,
    ];
}
