using System.Text.Json;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The issuer is the owner of the seal as its certificate names it, and nothing besides: whatever else is said about it would not be what was certified.</summary>
internal sealed partial class SealOwner() : LintRule("PC-L069", FormatFamily.Europass)
{
    private static readonly string[] Members = ["id", "type", "eIDASIdentifier", "location", "altLabel", "legalName"];

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var issuer = Member(input.Root, "issuer");
        var identifier = Member(issuer, "eIDASIdentifier");
        var country = Text(Member(Member(Member(issuer, "location"), "address"), "countryCode"), "id");
        var isOwner = issuer.ValueKind == JsonValueKind.Object
            && issuer.EnumerateObject().Select(member => member.Name).SequenceEqual(Members)
            && Notation.IsMatch(Text(identifier, "notation") ?? "")
            && country is not null && country == Text(Member(identifier, "spatial"), "id");
        if (!isOwner)
        {
            yield return Finding("/issuer", "Give the issuer by the fields of the seal's certificate alone.");
        }
    }

    // ETSI EN 319 412-1 §5.1.4: three letters for the scheme, two for the country, a hyphen, the identifier.
    [GeneratedRegex("^([A-Z]{3}|[A-Z]{2}:)[A-Z]{2}-.{1,64}\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Notation { get; }
}
