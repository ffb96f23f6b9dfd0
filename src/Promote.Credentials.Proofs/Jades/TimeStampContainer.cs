using System.Text.Json;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>tstContainer (ETSI TS 119 182-1 §5.4.3.3): tokens of RFC 3161, all over the same bytes.</summary>
internal static class TimeStampContainer
{
    /// <summary>Each token costs two verifications of signatures.</summary>
    private const int MostTokens = 4;

    /// <summary>The tokens in DER.</summary>
    /// <exception cref="MalformedSealException">It holds something else.</exception>
    public static byte[][] Read(JsonElement container, string name)
    {
        SealJson.Object(container, $"The member {name}", "tstTokens");
        return [.. SealJson.Array(container, "tstTokens", MostTokens).Select(token =>
            SealJson.Base64Octets(SealJson.Text(SealJson.Object(token, $"A token of {name}", "val"), "val"), $"A token of {name}"))];
    }
}
