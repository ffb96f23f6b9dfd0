using System.Diagnostics;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Public.Certificates;

/// <summary>Draws a certificate as a file. A PDF has the signed document in it: the page is for people, the document is what verifies.</summary>
internal sealed class CertificateFile(AwardCertificate certificate, StoredCredentials credentials)
{
    // A4, in points of 1/72 inch.
    private const double Width = 595.276;
    private const double Height = 841.89;

    /// <summary>The file; null once the learner is erased, or when what is stored is not what was written.</summary>
    /// <param name="context">The request, whose language is chosen.</param>
    /// <param name="stored">The document that goes into a PDF.</param>
    /// <param name="utf8">Its signed bytes.</param>
    /// <param name="kind">What to draw.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<byte[]?> DrawAsync(HttpContext context, StoredCredential stored, byte[] utf8, CertificateKind kind, CancellationToken cancellationToken)
    {
        // What the page says is taken from the award and its Open Badge, which every award has.
        var badge = stored.Credential.Format == FormatList.OpenBadges3
            ? stored
            : await credentials.FindByHolderIdAsync(stored.Award.HolderId, FormatList.OpenBadges3, cancellationToken);
        if (badge is not { Utf8: not null } || await certificate.SetAsync(context, badge, cancellationToken) is not { Face: var face })
        {
            return null;
        }

        var svg = CertificateSvg.Write(face);
        return kind == CertificateKind.Svg ? svg : Pdf(face, svg, stored, utf8);
    }

    private static byte[] Pdf(CertificateFace face, byte[] svg, StoredCredential stored, byte[] utf8)
    {
        if (!FormatList.TryGet(stored.Credential.Format, out var format))
        {
            throw new UnreachableException("What is stored was issued in a format of the list.");
        }

        var created = stored.Credential.ProofCreated;
        var page = Librsvg.RenderPdf(svg, Width, Height, new PdfMetadata(face.Title, face.Issuer, face.Language, created));
        return PdfAttachments.Attach(page, new PdfAttachment(format.FileName, format.MediaType, face.Title, utf8), created, face.Language);
    }
}
