namespace Promote.Credentials.Server.Public.Certificates;

/// <summary>The kinds of file that a certificate is drawn as.</summary>
internal enum CertificateKind
{
    /// <summary>A page to print, with the signed document attached.</summary>
    Pdf,

    /// <summary>A picture that stays sharp at every size.</summary>
    Svg,
}
