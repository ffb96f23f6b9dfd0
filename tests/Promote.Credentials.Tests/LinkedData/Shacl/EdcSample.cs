using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>European Digital Credentials to look at: one of PROMOTE and official ones, taken out of their seals.</summary>
internal static class EdcSample
{
    private static readonly string[] Official = ["Sample-MC-Annex1", "Sample-CertOfPart"];

    /// <summary>A micro-credential that conforms.</summary>
    public static JsonObject Golden => Read("minimal-promote-mc.json");

    public static IEnumerable<JsonObject> Sealed => Official.Select(name => JsonNode.Parse((string)Read($"{name}-signed.jsonld")["payload"]!)!.AsObject());

    public static IEnumerable<JsonObject> Unsealed => Official.Select(name => Read($"{name}-unsigned.jsonld"));

    public static IEnumerable<JsonObject> All => [Golden, .. Sealed, .. Unsealed];

    private static JsonObject Read(string file) => JsonNode.Parse(Vectors.Read($"europass/samples/{file}"))!.AsObject();
}
