using System.Diagnostics;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>A program that reads and writes PDFs, run on files in a folder of its own.</summary>
internal sealed class Tool : IDisposable
{
    public const string Qpdf = "/usr/bin/qpdf";
    public const string PdfDetach = "/usr/bin/pdfdetach";
    public const string PdfInfo = "/usr/bin/pdfinfo";
    public const string PdfText = "/usr/bin/pdftotext";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pdf-");

    /// <summary>Why a test that needs the program is skipped, or null when it runs.</summary>
    public static string? Missing(string program, string package) => File.Exists(program) ? null : $"{program} is missing: apt-get install {package}";

    /// <summary>What the program prints about a PDF. It must succeed and have nothing to warn of.</summary>
    public static string Print(string program, byte[] pdf, params string[] arguments)
    {
        using var tool = new Tool();
        return tool.Run(program, [.. arguments, tool.Put("in.pdf", pdf), .. program == PdfText ? ["-"] : Array.Empty<string>()]);
    }

    /// <summary>The PDF that qpdf makes of another.</summary>
    public static byte[] Rewrite(byte[] pdf, params string[] arguments)
    {
        using var tool = new Tool();
        tool.Run(Qpdf, ["--deterministic-id", .. arguments, tool.Put("in.pdf", pdf), tool.PathOf("out.pdf")]);
        return File.ReadAllBytes(tool.PathOf("out.pdf"));
    }

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Put(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var warnings = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && warnings.Length == 0, $"{program} {string.Join(' ', arguments)}: {process.ExitCode} {output.Result}{warnings}");
        return output.Result;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
