using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The lines of a file of JSON Lines: each an object whose members are columns and texts. Never more than a line of it is in memory.</summary>
internal static class JsonLines
{
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
                    yield return JsonCells.Of(line, $"Line {number}", achievement);
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

            if (read.Buffer.Length > JsonCells.MaxBytes)
            {
                throw new BatchFileException($"Line {number} has more than {JsonCells.MaxBytes / 1024} KiB.");
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
