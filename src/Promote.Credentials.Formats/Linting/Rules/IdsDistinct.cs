using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Credential, issuer, subject and achievement have ids of their own: things with one id are one node of the graph, so each would say what the other says.</summary>
internal sealed class IdsDistinct() : LintRule("PC-L038", FormatFamily.OpenBadges3)
{
    private static readonly string[] Things = ["", "/issuer", "/credentialSubject", "/credentialSubject/achievement"];

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        HashSet<string> ids = [];
        JsonElement[] things = [input.Root, Member(input.Root, "issuer"), input.Subject, input.Achievement];
        return from thing in things.Zip(Things)
               let id = Text(thing.First, "id")
               where id is not null && !ids.Add(id)
               select Finding($"{thing.Second}/id", "Give each thing an id of its own.");
    }
}
