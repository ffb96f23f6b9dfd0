namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What a reader may follow is http or https.</summary>
internal sealed class WebResources() : LintRule("PC-L082", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name == "contentURL" && !(Uri.TryCreate(leaf.Text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
        select Finding(leaf.Pointer, "Give an absolute http or https URL.");
}
