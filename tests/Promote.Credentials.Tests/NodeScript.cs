using System.Diagnostics;

namespace Promote.Credentials.Tests;

/// <summary>A program of <c>tests/Interop</c> that answers each line with a line.</summary>
internal static class NodeScript
{
    public static async Task<string[]> AskAsync(string script, string argument, IEnumerable<string> lines)
    {
        var path = Path.Combine(Repository.Root, "tests", "Interop", script);
        using var node = Process.Start(new ProcessStartInfo("node", [path, argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var answers = node.StandardOutput.ReadToEndAsync();
        foreach (var line in lines)
        {
            await node.StandardInput.WriteLineAsync(line);
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
