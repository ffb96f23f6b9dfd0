using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>
/// The <c>kid</c> of a seal: Base64 of the DER of IssuerSerial (ETSI TS 119 182-1 §5.1.4, RFC 5035 §5.4), which names a certificate by
/// its issuer and number.
/// </summary>
internal static class IssuerSerial
{
    /// <summary>GeneralName's directoryName (RFC 5280 §4.2.1.6).</summary>
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4);

    public static string Of(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            using (writer.PushSequence(DirectoryName))
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
            }
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }
        return Convert.ToBase64String(writer.Encode());
    }
}
