using System.Text.Json;
using Promote.Credentials.Verification.DataModel;
using Promote.Credentials.Verification.Assertions;

namespace Promote.Credentials.Verification.Families;

/// <summary>An Open Badges 2.0 Assertion with the objects that it names.</summary>
internal sealed class OpenBadges2(LinkedObject badge, LinkedObject issuer) : Family
{
    internal override string Name => "openBadges2";

    internal override string Standard => "Open Badges 2.0";

    internal override string ValidFrom => "issuedOn";

    internal override string ValidUntil => "expires";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules => [document => OpenBadges2Rules.Check(document, badge, issuer)];

    internal override string? IssuerId(JsonElement document) => issuer.Document.Text("id");
}
