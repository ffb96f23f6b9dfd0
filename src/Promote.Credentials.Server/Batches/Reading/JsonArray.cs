using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The lines of a file that is one JSON array of objects. Never more than one of them is in memory.</summary>
internal static class JsonArray
{
    private const int Buffer = 64 * 1024;

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <inheritdoc cref="CsvLines.ReadAsync"/>
    public static async IAsyncEnumerable<Dictionary<string, string>> ReadAsync(Stream stream, AchievementContent achievement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: Buffer, leaveOpen: true));
        try
        {
            var (state, items, number) = (new JsonReaderState(), new List<byte[]>(), 0);
            var isFirst = true;
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                var buffer = isFirst ? WithoutMark(read.Buffer) : read.Buffer;
                if (isFirst && read.Buffer.Length < Mark.Length && !read.IsCompleted)
                {
                    reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                    continue;
                }

                isFirst = false;
                var consumed = Take(buffer, read.IsCompleted, ref state, items, number);
                foreach (var item in items)
                {
                    yield return JsonCells.Of(item, $"Object {++number}", achievement);
                }

                items.Clear();
                if (read.IsCompleted)
                {
                    yield break;
                }

                var rest = buffer.Slice(consumed);
                reader.AdvanceTo(rest.Length <= JsonCells.MaxBytes ? rest.Start : throw new BatchFileException($"Object {number + 1} has more than {JsonCells.MaxBytes / 1024} KiB."), rest.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    // Takes the objects that are there whole, and answers how much of the buffer they were.
    private static long Take(ReadOnlySequence<byte> buffer, bool isLast, ref JsonReaderState state, List<byte[]> items, int before)
    {
        var json = new Utf8JsonReader(buffer, isLast, state);
        try
        {
            // Where an object is not there to its end, the reader is as it was before it.
            for (var kept = json; json.Read(); kept = json)
            {
                if (json.CurrentDepth == 0 && json.TokenType is not JsonTokenType.StartArray and not JsonTokenType.EndArray)
                {
                    throw new BatchFileException("The file is not an array of objects.");
                }

                if (json.TokenType == JsonTokenType.StartObject)
                {
                    var start = json.TokenStartIndex;
                    if (!json.TrySkip())
                    {
                        json = kept;
                        break;
                    }

                    items.Add(buffer.Slice(start, json.BytesConsumed - start).ToArray());
                }
                else if (json.CurrentDepth > 0)
                {
                    throw new BatchFileException($"Object {before + items.Count + 1} is not an object.");
                }
            }
        }
        catch (JsonException)
        {
            // Its own words may repeat a part of the file.
            throw new BatchFileException($"The file is not JSON from object {before + items.Count + 1} on: it has to be one array of objects.");
        }

        state = json.CurrentState;
        return json.BytesConsumed;
    }

    private static ReadOnlySequence<byte> WithoutMark(ReadOnlySequence<byte> buffer)
    {
        Span<byte> first = stackalloc byte[Mark.Length];
        buffer.Slice(0, Math.Min(first.Length, buffer.Length)).CopyTo(first);
        return first.SequenceEqual(Mark) ? buffer.Slice(first.Length) : buffer;
    }
}
