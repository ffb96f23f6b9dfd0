namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A hosted assertion and its BadgeClass stand on one origin that others can trust: verifiers take an assertion from nowhere else (Open Badges 2.0, allowedOrigins).</summary>
internal sealed class OwnOrigin() : LintRule("PC-L044", FormatFamily.OpenBadges2)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (Text(input.Root, "badge") is not { } url)
        {
            yield break; // PC-L049
        }

        var badge = WebAddress(url);
        var hosted = input.Form.Securing.IsEnveloping ? badge : WebAddress(Text(input.Root, "id"));
        if (badge is null || (hosted is not null && !IsSameOrigin(badge, hosted)))
        {
            yield return Finding("/badge", "Give the https URL of a BadgeClass on the origin of the assertion.");
        }
    }
}
