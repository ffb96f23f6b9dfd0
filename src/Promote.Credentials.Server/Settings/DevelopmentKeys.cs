using System.Buffers.Text;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Server.Settings;

/// <summary>The keys of the folder <c>keys-dev</c>, compiled into this assembly. Everybody has them: outside Development they are refused.</summary>
internal static class DevelopmentKeys
{
    /// <summary>The key that signs for every issuer.</summary>
    public static SigningKey Issuer() => DevelopmentKey.Read(Read("issuer-key.json"));

    /// <summary>The key that wraps the keys of the learners: a JWK of type <c>oct</c> (RFC 7518 §6.4).</summary>
    public static byte[] Master()
    {
        using var jwk = StrictJson.Parse(Read("master-key.json"));
        return Base64Url.DecodeFromChars(jwk.RootElement.GetProperty("k").GetString());
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(DevelopmentKeys).Assembly.GetManifestResourceStream($"keys-dev/{file}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
