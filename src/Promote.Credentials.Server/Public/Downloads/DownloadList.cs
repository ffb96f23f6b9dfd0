using System.Diagnostics;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Public.Certificates;

namespace Promote.Credentials.Server.Public.Downloads;

/// <summary>Every file that a holder can take away, in the order of the page: the documents as they were signed, and pictures with a document inside.</summary>
internal static class DownloadList
{
    private const string Wallet = "wallet";
    private const string OnPaper = "certificate";
    private const string Europass = "europass";
    private const string InPicture = "picture";
    private const string Older = "older";
    private const string Other = "other";

    public static IReadOnlyList<Download> All { get; } =
    [
        Document(FormatList.OpenBadges3, Wallet, "JSON"),
        new() { Name = "pdf", Purpose = OnPaper, Label = "PDF", MediaType = MediaTypes.Pdf, FileName = "certificate.pdf", Sources = [FormatList.Europass, FormatList.OpenBadges3], Certificate = CertificateKind.Pdf },
        new() { Name = "certificate-svg", Purpose = OnPaper, Label = "SVG", MediaType = Picture.Svg, FileName = "certificate.svg", Sources = [FormatList.OpenBadges3], Certificate = CertificateKind.Svg },
        Document(FormatList.Europass, Europass, "JSON-LD"),
        .. Baked("ob3", InPicture, "credential", BakedKind.OpenBadges3, FormatList.OpenBadges3),
        Document(FormatList.OpenBadges2, Older, "JSON"),
        Document(FormatList.OpenBadges2Jwt, Older, "JWS"),
        .. Baked("ob2", Older, "assertion", BakedKind.OpenBadges2, FormatList.OpenBadges2, FormatList.OpenBadges2Jwt),
        Document(FormatList.OpenBadges3Jwt, Other, "JWT (RS256)"),
        .. Baked("ob3-jwt", Other, "credential-rs256", BakedKind.OpenBadges3, FormatList.OpenBadges3Jwt),
        Document(FormatList.OpenBadges3JwtEs256, Other, "JWT (ES256)"),
        Document(FormatList.OpenBadges3Ecdsa, Other, "JSON (ECDSA)"),
    ];

    /// <summary>The download of this name, or null.</summary>
    public static Download? Find(string name) => All.FirstOrDefault(download => download.Name == name);

    /// <summary>What an award that was issued in these formats can be taken away as.</summary>
    public static IEnumerable<Download> Of(IReadOnlyCollection<string> issued) => All.Where(download => download.Sources.Any(issued.Contains));

    private static Download Document(string name, string purpose, string label) => FormatList.TryGet(name, out var format)
        ? new() { Name = name, Purpose = purpose, Label = label, MediaType = format.MediaType, FileName = format.FileName, Sources = [name] }
        : throw new UnreachableException("The names are those of the list.");

    private static Download[] Baked(string name, string purpose, string file, BakedKind kind, params string[] sources) =>
    [
        new() { Name = $"{name}-png", Purpose = purpose, Label = "PNG", MediaType = Picture.Png, FileName = $"{file}.png", Sources = sources, Baked = kind },
        new() { Name = $"{name}-svg", Purpose = purpose, Label = "SVG", MediaType = Picture.Svg, FileName = $"{file}.svg", Sources = sources, Baked = kind },
    ];
}
