using System.Collections.Frozen;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>IdentityObject.identityType is a term of OB 3.0 or ext: and a name. The official schema's pattern is unanchored and would let anything pass that holds one.</summary>
internal sealed class IdentityTypes() : LintRule("PC-L023", FormatFamily.OpenBadges3)
{
    private static readonly FrozenSet<string> Terms =
    [
        "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress", "nationalIdentityNumber", "isbn", "issn",
        "lisSourcedId", "oneRosterSourcedId", "sisSourcedId", "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
    ];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name == "identityType" && !OpenEnumeration.IsTerm(Terms, leaf.Text)
        select Finding(leaf.Pointer, "Take an identifier type of Open Badges 3.0, such as emailAddress.");
}
