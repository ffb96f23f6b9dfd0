using System.Text.Json;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>Ids are URLs (VC 2.0 §4.4). The schema only asks for text.</summary>
internal static partial class Identifiers
{
    private static readonly string[] Owners =
        ["credentialSubject", "credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence", "relatedResource"];

    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        var ids = new List<(string Pointer, JsonElement Id)> { ("/id", document.Member("id")), Issuer(document) };
        foreach (var owner in Owners)
        {
            var several = document.Member(owner).ValueKind == JsonValueKind.Array;
            ids.AddRange(document.Each(owner).Select((item, index) => (several ? $"/{owner}/{index}/id" : $"/{owner}/id", item.Member("id"))));
        }

        ids.Add(("/credentialSubject/achievement/id", document.Member("credentialSubject").Member("achievement").Member("id")));
        return from id in ids
               where id.Id.ValueKind != JsonValueKind.Undefined && !IsUrl(id.Id)
               select new FormatProblem(id.Pointer, "Not a URL.");
    }

    private static (string Pointer, JsonElement Id) Issuer(JsonElement document) =>
        document.Member("issuer") is { ValueKind: JsonValueKind.Object } issuer ? ("/issuer/id", issuer.Member("id")) : ("/issuer", document.Member("issuer"));

    private static bool IsUrl(JsonElement id) => id.ValueKind == JsonValueKind.String && Url().IsMatch(id.GetString()!);

    // RFC 3986 §3: a scheme, then no space, control character or delimiter that a URL never holds.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>""{}|\\^`]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
