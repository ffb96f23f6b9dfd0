using System.IO.Compression;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Bitstring Status Lists as somebody outside writes them.</summary>
internal static class StatusLists
{
    /// <summary>A list in which no bit is set.</summary>
    public static JsonObject Of(string id, string issuer, int bytes = 16 * 1024) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["id"] = id,
        ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
        ["issuer"] = issuer,
        ["validFrom"] = "2026-11-20T09:00:00Z",
        ["credentialSubject"] = new JsonObject { ["id"] = $"{id}#list", ["type"] = "BitstringStatusList", ["statusPurpose"] = "revocation", ["encodedList"] = Encode(bytes) },
    };

    /// <summary>The bits, all zero, packed.</summary>
    public static string Encode(int bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[64 * 1024];
            for (var left = bytes; left > 0; left -= zeros.Length)
            {
                gzip.Write(zeros.AsSpan(0, Math.Min(left, zeros.Length)));
            }
        }

        return Multibase.Base64Url(packed.ToArray());
    }

    /// <summary>The entry of a credential.</summary>
    public static JsonObject Entry(string list, string index = "7", string purpose = "revocation") => new()
    {
        ["id"] = $"{list}#entry", ["type"] = "BitstringStatusListEntry", ["statusPurpose"] = purpose, ["statusListIndex"] = index, ["statusListCredential"] = list,
    };
}
