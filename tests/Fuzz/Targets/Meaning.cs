using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>What a document says to those who read it: two with one meaning differ in their layout only.</summary>
internal static class Meaning
{
    // A signature over RDF does not say under which name something stands; readers look for these.
    private static readonly string[] Read = ["id", "type", "issuer", "validFrom", "validUntil", "issuanceDate", "expirationDate", "issuedOn", "expires", "credentialStatus", "recipient", "badge"];

    /// <summary>Its canonical form without its proofs, and what readers find under the names that decide.</summary>
    internal static byte[] Of(JsonElement document)
    {
        if (JsonNode.Parse(document.GetRawText()) is not JsonObject unsigned)
        {
            return Jcs.Canonicalize(document);
        }

        unsigned.Remove("proof");
        using var plain = StrictJson.Parse(Encoding.UTF8.GetBytes(unsigned.ToJsonString()), 8 * 1024 * 1024);
        try
        {
            var read = new JsonObject([.. Read.Select(name => KeyValuePair.Create(name, Single(unsigned[name])))]);
            using var names = StrictJson.Parse(Encoding.UTF8.GetBytes(read.ToJsonString()));
            return [.. CanonicalRdf.Canonicalize(plain.RootElement), .. Jcs.Canonicalize(names.RootElement)];
        }
        catch (Exception refused) when (refused is JsonLdException or RdfcBudgetException)
        {
            return Jcs.Canonicalize(plain.RootElement);
        }
    }

    // One value, a list of one and a list that has it twice are the same to every reader of JSON-LD: what is signed is a set.
    private static JsonNode? Single(JsonNode? value) => value switch
    {
        JsonArray list => list.Select(Single).DistinctBy(item => item?.ToJsonString()).ToList() is var set && set.Count == 1 ? set[0] : new JsonArray([.. set]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Single(member.Value)))),
        _ => value?.DeepClone(),
    };
}
