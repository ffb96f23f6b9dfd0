using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The lines of a file of JSON Lines: each an object whose members are columns and texts. Never more than a line of it is in memory.</summary>
internal static class JsonLines
{
    private const int MaxLine = 256 * 1024;

    /// <inheritdoc cref="CsvLines.ReadAsync"/>
    public static async IAsyncEnumerable<Dictionary<string, string>> ReadAsync(Stream stream, AchievementContent achievement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            for (var number = 1; ; number++)
            {
                var (line, isLast) = await NextAsync(reader, number, cancellationToken);
                if (line is { Length: > 0 } && !line.AsSpan().ContainsOnlyBlanks())
                {
                    yield return CellsOf(line, number, achievement);
                }

                if (isLast)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static bool ContainsOnlyBlanks(this Span<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    private static async ValueTask<(byte[] Line, bool IsLast)> NextAsync(PipeReader reader, int number, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return (line, false);
            }

            if (read.IsCompleted)
            {
                var rest = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return (rest, true);
            }

            if (read.Buffer.Length > MaxLine)
            {
                throw new BatchFileException($"Line {number} has more than {MaxLine / 1024} KiB.");
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Dictionary<string, string> CellsOf(byte[] line, int number, AchievementContent achievement)
    {
        try
        {
            using var json = StrictJson.Parse(line, MaxLine);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new BatchFileException($"Line {number} is not an object.");
            }

            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in json.RootElement.EnumerateObject())
            {
                var column = BatchColumns.Find(member.Name, achievement) ?? throw new BatchFileException($"Line {number} has a member that is no column.");
                if (BatchColumns.IsOwn(column) || member.Value.ValueKind == JsonValueKind.Null)
                {
                    continue;
                }

                var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()!.Trim() : throw new BatchFileException($"Line {number}: {column} is not a text.");
                if (text.Length > 0 && !cells.TryAdd(column, text))
                {
                    throw new BatchFileException($"Line {number}: {column} stands there twice.");
                }
            }

            return cells;
        }
        catch (MalformedJsonException broken)
        {
            throw new BatchFileException($"Line {number} is not JSON: {broken.Message}");
        }
    }
}
