using BenchmarkDotNet.Attributes;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, a certificate with six outcomes: the picture of its page, and its PDF with a sealed credential of 150 KB attached.</summary>
public class Certificates
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    private readonly CertificateFace face = new()
    {
        Language = "ro",
        Kind = "Micro-certificare",
        Issuer = "Centrul de Excelență Vocațională pentru Justiție",
        Learner = "Ioana Țepeș-Müller",
        Title = "Securitate dinamică într-o secție de detenție",
        Description = "Lucrează zilnic cu persoane private de libertate, observă, ascultă și previne conflictele.",
        Outcomes = [.. Enumerable.Range(1, 6).Select(number => $"Recunoaște semnele timpurii ale unui conflict și răspunde potrivit situației ({number})")],
        Facts = [("Nivel", "EQF 4"), ("Credite", "2 ECTS"), ("Volum de muncă", "60 h")],
        Dates = [("Acordat la", "20 noiembrie 2026"), ("Emis la", "20 noiembrie 2026")],
        Results = [("Test", "92"), ("Interviu", "Competent")],
        VerificationUrl = "https://credentials.promote.example/v/AbCdEfGhIjKlMnOpQrStUv",
        ShortId = "AbCdEfGh",
    };

    private readonly byte[] credential = new byte[150 * 1024];

    public Certificates() => System.Security.Cryptography.RandomNumberGenerator.Fill(credential);

    [Benchmark(Description = "Draw the page picture, A4 at 100 dpi")]
    public int Page() => PagePicture.Render(face).Length;

    [Benchmark(Description = "Draw the PDF and attach 150 KB")]
    public int Pdf()
    {
        var page = Librsvg.RenderPdf(CertificateSvg.Write(face), 595.276, 841.89, new PdfMetadata(face.Title, face.Issuer, face.Language, At));
        return PdfAttachments.Attach(page, new PdfAttachment("europass.jsonld", "application/jose+json", face.Title, credential), At, face.Language).Length;
    }
}
