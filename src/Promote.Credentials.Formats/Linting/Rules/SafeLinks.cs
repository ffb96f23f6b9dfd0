namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>What a reader may follow is http or https; ids may be DIDs and URNs besides; nothing runs a script.</summary>
internal sealed class SafeLinks() : LeafRule("PC-L018", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass, [.. Links, .. Ids], "Give an absolute http or https URL; an id may be a DID or a URN.")
{
    private static readonly HashSet<string> Links = ["url", "targetUrl", "badge", "creator", "image", "evidence", "contentURL"];
    private static readonly HashSet<string> Ids = ["id", "resultDescription", "achievedLevel"];
    private static readonly HashSet<string> Web = [Uri.UriSchemeHttps, Uri.UriSchemeHttp];
    private static readonly HashSet<string> Named = [.. Web, "did", "urn"];

    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => leaf.Text is not null && !HasScheme(leaf.Text, Links.Contains(leaf.Name) ? Web : Named);

    private static bool HasScheme(string? text, HashSet<string> schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme);
}
