using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>
/// The organisation that a seal certificate names in its subject (ETSI EN 319 412-3 §4.2.1). A Europass credential repeats it as its issuer.
/// </summary>
/// <param name="Country">countryName: two letters of ISO 3166-1, in capitals.</param>
/// <param name="Organisation">organizationName.</param>
/// <param name="OrganisationIdentifier">organizationIdentifier, such as <c>VATRO-12345678</c> (ETSI EN 319 412-1 §5.1.4).</param>
/// <param name="CommonName">commonName.</param>
public sealed record SealSubject(string Country, string Organisation, string OrganisationIdentifier, string CommonName)
{
    private const string CountryOid = "2.5.4.6";
    private const string OrganisationOid = "2.5.4.10";
    private const string OrganisationIdentifierOid = "2.5.4.97";
    private const string CommonNameOid = "2.5.4.3";

    /// <summary>Reads a certificate's subject strictly: each of the four stands there once. Otherwise <paramref name="error"/> names what is missing.</summary>
    internal static bool TryRead(X509Certificate2 certificate, [NotNullWhen(true)] out SealSubject? subject, out string error)
    {
        string? country = Find(certificate.SubjectName, CountryOid);
        string? organisation = Find(certificate.SubjectName, OrganisationOid);
        string? identifier = Find(certificate.SubjectName, OrganisationIdentifierOid);
        string? commonName = Find(certificate.SubjectName, CommonNameOid);
        subject = country is not null && organisation is not null && identifier is not null && commonName is not null
            ? new SealSubject(country, organisation, identifier, commonName)
            : null;
        error = subject is not null ? ""
            : $"The subject of the certificate has no, or more than one, {Missing(country, organisation, identifier, commonName)}: ask for a certificate for electronic seals.";
        if (country is not null && country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            subject = null;
            error = "The subject of the certificate has a country (C) that is not two capital letters: ask for a certificate for electronic seals.";
        }
        return subject is not null;
    }

    /// <summary>Whom a certificate names, for people: its organisation, else its common name, else the whole subject.</summary>
    internal static string NameIn(X509Certificate2 certificate) =>
        Find(certificate.SubjectName, OrganisationOid) ?? Find(certificate.SubjectName, CommonNameOid) ?? certificate.Subject;

    /// <summary>The one value of an attribute; null where it is absent, empty, no text, or there twice, since then readers would choose differently.</summary>
    private static string? Find(X500DistinguishedName name, string oid)
    {
        try
        {
            string?[] values = [.. name.EnumerateRelativeDistinguishedNames(reversed: false)
                .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid)
                .Select(part => part.GetSingleElementValue())];
            return values is [{ Length: > 0 } only] ? only : null;
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    private static string Missing(string? country, string? organisation, string? identifier, string? commonName) => string.Join(", ", new[]
    {
        country is null ? "country (C)" : null,
        organisation is null ? "organisation (O)" : null,
        identifier is null ? $"organizationIdentifier ({OrganisationIdentifierOid})" : null,
        commonName is null ? "common name (CN)" : null,
    }.OfType<string>());
}
