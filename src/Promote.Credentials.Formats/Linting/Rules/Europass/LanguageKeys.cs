using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Texts are keyed by two small letters (ISO 639-1), which is all that the Commission's viewer looks for.</summary>
internal sealed class LanguageKeys() : LintRule("PC-L060", FormatFamily.Europass)
{
    private static readonly HashSet<string> Texts = ["title", "description", "noteLiteral", "prefLabel", "altLabel", "legalName", "fullName", "givenName", "familyName"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        from member in node.Value.EnumerateObject()
        where Texts.Contains(member.Name) && !IsKeyed(member.Value)
        select Finding(JsonPointer.Append(node.Pointer, member.Name), "Key each text by the two small letters of its language.");

    private static bool IsKeyed(JsonElement text) =>
        text.ValueKind == JsonValueKind.Object && text.EnumerateObject().All(one => one.Name is [>= 'a' and <= 'z', >= 'a' and <= 'z']);
}
