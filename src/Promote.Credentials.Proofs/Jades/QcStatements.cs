using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>What a certificate says of itself in its extension qcStatements (RFC 3739 §3.2.6, ETSI EN 319 412-5 §4).</summary>
/// <param name="IsQualified">QcCompliance (§4.2.1): it is a qualified certificate of Regulation (EU) 910/2014.</param>
/// <param name="IsForSeals">QcType (§4.2.3) names electronic seals.</param>
/// <param name="IsOnDevice">QcSSCD (§4.2.2): the key is in a qualified device.</param>
internal sealed record QcStatements(bool IsQualified, bool IsForSeals, bool IsOnDevice)
{
    private const string Extension = "1.3.6.1.5.5.7.1.3";
    private const string Compliance = "0.4.0.1862.1.1";
    private const string Device = "0.4.0.1862.1.4";
    private const string Type = "0.4.0.1862.1.6";
    private const string Seal = "0.4.0.1862.1.6.2";

    private static readonly QcStatements None = new(false, false, false);

    /// <summary>Nothing for a certificate without the extension, or with one that is not its DER.</summary>
    public static QcStatements Of(X509Certificate2 certificate)
    {
        try
        {
            return certificate.Extensions[Extension] is { } extension ? Read(extension.RawData) : None;
        }
        catch (AsnContentException)
        {
            return None;
        }
    }

    private static QcStatements Read(byte[] der)
    {
        var reader = new AsnReader(der, AsnEncodingRules.DER);
        AsnReader statements = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        QcStatements found = None;
        while (statements.HasData)
        {
            AsnReader statement = statements.ReadSequence();
            found = statement.ReadObjectIdentifier() switch
            {
                Compliance => found with { IsQualified = true },
                Device => found with { IsOnDevice = true },
                Type => found with { IsForSeals = found.IsForSeals || NamesSeals(statement.ReadSequence()) },
                _ => found,
            };
        }
        return found;
    }

    private static bool NamesSeals(AsnReader types)
    {
        bool found = false;
        while (types.HasData)
        {
            found |= types.ReadObjectIdentifier() == Seal;
        }
        return found;
    }
}
