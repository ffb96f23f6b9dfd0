using System.Diagnostics;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>Reads QR codes with <c>zbarimg</c>.</summary>
internal static class Zbar
{
    private const string Executable = "/usr/bin/zbarimg";

    /// <summary>Why tests that read QR codes are skipped, or null when they run.</summary>
    public static string? Missing { get; } = File.Exists(Executable) ? null : $"{Executable} is missing: apt-get install zbar-tools";

    /// <summary>The texts of all codes in a picture, one a line.</summary>
    public static async Task<string> ReadAsync(byte[] png)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        await File.WriteAllBytesAsync(file, png);
        try
        {
            using var zbar = Process.Start(new ProcessStartInfo(Executable, ["--raw", "-q", file]) { RedirectStandardOutput = true })!;
            var text = await zbar.StandardOutput.ReadToEndAsync();
            await zbar.WaitForExitAsync();
            return text.TrimEnd('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }
}
