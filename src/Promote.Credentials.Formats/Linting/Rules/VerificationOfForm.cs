namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A hosted assertion says HostedBadge and has an address; a signed one says SignedBadge and has none, so that nobody waits for an answer there (Open Badges 2.0, Assertion: id).</summary>
internal sealed class VerificationOfForm() : LintRule("PC-L042", FormatFamily.OpenBadges2)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var (type, id) = (Text(Member(input.Root, "verification"), "type"), Text(input.Root, "id"));
        var fits = input.Form.Securing.IsEnveloping
            ? type == OpenBadges2.Terms.SignedBadge && id!.StartsWith("urn:uuid:", StringComparison.Ordinal)
            : type == OpenBadges2.Terms.HostedBadge && WebAddress(id) is not null;
        if (!fits)
        {
            yield return Finding("/verification", "Say HostedBadge with an https id, or SignedBadge with a urn:uuid.");
        }
    }
}
