namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>What a reader may follow is http or https; ids may be DIDs and URNs besides; nothing runs a script.</summary>
internal sealed class SafeLinks() : LintRule("PC-L018", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass)
{
    private static readonly HashSet<string> Links = ["url", "targetUrl", "badge", "creator", "image", "evidence", "contentURL"];
    private static readonly HashSet<string> Ids = ["id", "resultDescription", "achievedLevel"];
    private static readonly HashSet<string> Web = [Uri.UriSchemeHttps, Uri.UriSchemeHttp];
    private static readonly HashSet<string> Named = [.. Web, "did", "urn"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Text is not null && ((Links.Contains(leaf.Name) && !HasScheme(leaf.Text, Web)) || (Ids.Contains(leaf.Name) && !HasScheme(leaf.Text, Named)))
        select Finding(leaf.Pointer, "Give an absolute http or https URL; an id may be a DID or a URN.");

    private static bool HasScheme(string? text, HashSet<string> schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme);
}
