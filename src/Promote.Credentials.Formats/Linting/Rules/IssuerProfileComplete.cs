namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The issuer is a Profile with a name and a web address; the schema takes a bare id, the 1EdTech validator does not (IssuerProbe).</summary>
internal sealed class IssuerProfileComplete() : LintRule("PC-L016", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var issuer = Member(input.Root, "issuer");
        if (Text(issuer, "id") is null || Text(issuer, "name") is null || Text(issuer, "url") is null)
        {
            yield return Finding("/issuer", "Give the issuer as a Profile with id, name and url.");
        }
    }
}
