using System.Text.Json;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>One element of <c>etsiU</c> (ETSI TS 119 182-1 §5.3.1): what was added after the signature, which does not cover it.</summary>
/// <param name="Text">The element as it stands in the seal, which a later archive time-stamp is over.</param>
/// <param name="Name">Its one member's name: <c>sigTst</c>, <c>xVals</c>, <c>rVals</c> or <c>arcTst</c>.</param>
/// <param name="Values">Tokens or certificates in DER.</param>
/// <param name="Crls">How many revocation lists it holds.</param>
/// <param name="OcspAnswers">How many answers about revocation it holds.</param>
internal sealed record SealEntry(string Text, string Name, IReadOnlyList<byte[]> Values, int Crls = 0, int OcspAnswers = 0)
{
    public const string SignatureTimeStamp = "sigTst";
    public const string CertificateValues = "xVals";
    public const string RevocationValues = "rVals";
    public const string ArchiveTimeStamp = "arcTst";

    private const int MaxBytes = 1024 * 1024;
    private const int MostValues = 32;

    /// <exception cref="MalformedSealException">It is none of these.</exception>
    public static SealEntry Read(string text)
    {
        using JsonDocument document = SealJson.Parse(SealJson.Base64UrlOctets(text, "An element of etsiU"), MaxBytes, "An element of etsiU");
        JsonElement json = SealJson.Object(document.RootElement, "An element of etsiU", SignatureTimeStamp, CertificateValues, RevocationValues, ArchiveTimeStamp);
        JsonProperty[] members = [.. json.EnumerateObject()];
        MalformedSealException.ThrowUnless(members.Length == 1, "An element of etsiU does not have exactly one member.");
        string name = members[0].Name;
        return name switch
        {
            CertificateValues => new SealEntry(text, name, Certificates(json)),
            RevocationValues => Revocation(text, members[0].Value),
            _ => new SealEntry(text, name, TimeStampContainer.Read(members[0].Value, name)),
        };
    }

    /// <summary>§5.3.5: certificates in DER.</summary>
    private static byte[][] Certificates(JsonElement json) => [.. SealJson.Array(json, CertificateValues, MostValues).Select(value =>
    {
        SealJson.Object(value, "A value of xVals", "x509Cert");
        MalformedSealException.ThrowUnless(value.TryGetProperty("x509Cert", out JsonElement certificate), "A value of xVals is empty.");
        return Value(certificate, "A certificate of xVals");
    })];

    /// <summary>§5.3.5: revocation lists and answers. They are counted, not judged.</summary>
    private static SealEntry Revocation(string text, JsonElement value)
    {
        SealJson.Object(value, "The member rVals", "crlVals", "ocspVals");
        return new SealEntry(text, RevocationValues, [], Count(value, "crlVals"), Count(value, "ocspVals"));
    }

    private static int Count(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out _) ? SealJson.Array(parent, name, MostValues).Select(value => Value(value, $"A value of {name}")).Count() : 0;

    private static byte[] Value(JsonElement value, string what) =>
        SealJson.Base64Octets(SealJson.Text(SealJson.Object(value, what, "val"), "val"), what);
}
