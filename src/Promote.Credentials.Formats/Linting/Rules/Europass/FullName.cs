using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The learner is named in full, and the parts of the name are those of the whole.</summary>
internal sealed class FullName() : LintRule("PC-L074", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var subject = Member(input.Root, "credentialSubject");
        var full = NameIn(subject, "fullName");
        if (full is null || full != $"{NameIn(subject, "givenName")} {NameIn(subject, "familyName")}")
        {
            yield return Finding("/credentialSubject/fullName", "Give the full name: given name, space, family name.");
        }
    }

    private static string? NameIn(JsonElement subject, string member) =>
        Member(subject, member) is { ValueKind: JsonValueKind.Object } name ? name.EnumerateObject().Select(text => text.Value.GetString()).FirstOrDefault() : null;
}
