using System.Collections.Frozen;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>IdentityObject.identityType is a term of OB 3.0 or ext: and a name. The official schema's pattern is unanchored and would let anything pass that holds one.</summary>
internal sealed class IdentityTypes() : LeafRule("PC-L023", FormatFamily.OpenBadges3, ["identityType"], "Take an identifier type of Open Badges 3.0, such as emailAddress.")
{
    private static readonly FrozenSet<string> Terms =
    [
        "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress", "nationalIdentityNumber", "isbn", "issn",
        "lisSourcedId", "oneRosterSourcedId", "sisSourcedId", "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
    ];

    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => !OpenEnumeration.IsTerm(Terms, leaf.Text);
}
