using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Tests.Storage.Reading;

/// <summary>The statements that a server ran and how, from its log: it has <c>auto_explain</c> write each of them.</summary>
internal sealed partial class PlannedStatements(string log)
{
    /// <summary>Settings of the server that make it write them, those of foreign keys too.</summary>
    public static readonly string[] Settings = ["session_preload_libraries=auto_explain", "auto_explain.log_min_duration=0", "auto_explain.log_nested_statements=on"];

    private long read;

    /// <summary>How many statements there were so far.</summary>
    public int Count { get; private set; }

    /// <summary>The tables that were read whole since this was asked last, each with the statement.</summary>
    public async Task<IReadOnlyList<(string Table, string Statement)>> WholeAsync() =>
        [.. (await NewAsync()).SelectMany(entry => Scan().Matches(entry).Select(scan => (scan.Groups[1].Value, entry.Trim())))];

    /// <summary>The statements since this was asked last, each with how it ran.</summary>
    public async Task<IReadOnlyList<string>> NewAsync()
    {
        await using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = read;
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();

        // What is still being written is read the next time.
        text = text[..(text.LastIndexOf('\n') + 1)];
        read += System.Text.Encoding.UTF8.GetByteCount(text);
        var entries = Entry().Split(text).Where(entry => entry.Contains("\tQuery Text:", StringComparison.Ordinal)).ToList();
        Count += entries.Count;
        return entries;
    }

    // A line that goes on has a tab in front.
    [GeneratedRegex(@"\n(?!\t)")]
    private static partial Regex Entry();

    // A question whether there is any row ends at the first.
    [GeneratedRegex(@"(?<!InitPlan \d+ \(returns \$\d+\)\s*->\s*)Seq Scan on (\w+)")]
    private static partial Regex Scan();
}
