using System.Buffers.Binary;
using System.IO.Compression;
using Promote.Credentials.Formats.Pictures.Png;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>The data of a stream, decoded (ISO 32000-1 §7.4). Of the filters only Flate is known: it is what attachments and cross-references are written with.</summary>
internal static class StreamData
{
    private const int ChunkLength = 16 * 1024;

    internal static byte[] Decode(byte[] file, PdfObject.Stream stream, PdfBudget budget, Func<PdfObject?, PdfObject?> resolve)
    {
        if (stream.Entries["F"] is not null)
        {
            throw new InvalidPdfException("The PDF has a stream whose data lie in another file.");
        }

        budget.SpendBytes(stream.Length);
        if (!IsFlate(stream.Entries, resolve))
        {
            budget.SpendDecoded(stream.Length);
            return file.AsSpan(stream.Start, stream.Length).ToArray();
        }

        var data = Inflate(file, stream, budget);
        return Predictor.Undo(data, Parameters(stream.Entries, resolve), resolve);
    }

    private static bool IsFlate(PdfObject.Dictionary dictionary, Func<PdfObject?, PdfObject?> resolve) => Only(dictionary, "Filter", resolve) switch
    {
        null => false,
        PdfObject.Name { Value: "FlateDecode" } => true,
        _ => throw new InvalidPdfException("The PDF has a stream with a filter other than FlateDecode."),
    };

    private static PdfObject.Dictionary? Parameters(PdfObject.Dictionary dictionary, Func<PdfObject?, PdfObject?> resolve) => Only(dictionary, "DecodeParms", resolve) switch
    {
        null => null,
        PdfObject.Dictionary parameters => parameters,
        _ => throw new InvalidPdfException("The parameters of a filter of the PDF are not a dictionary."),
    };

    /// <summary>The entry itself or, in an array, its only item.</summary>
    private static PdfObject? Only(PdfObject.Dictionary dictionary, string key, Func<PdfObject?, PdfObject?> resolve) => resolve(dictionary[key]) switch
    {
        PdfObject.Array { Items.Count: 0 } => null,
        PdfObject.Array { Items: [var only] } => resolve(only),
        PdfObject.Array => throw new InvalidPdfException("The PDF has a stream with more than one filter."),
        var value => value,
    };

    private static byte[] Inflate(byte[] file, PdfObject.Stream stream, PdfBudget budget)
    {
        var data = new MemoryStream();
        try
        {
            using var source = new ZLibStream(new MemoryStream(file, stream.Start, stream.Length, writable: false), CompressionMode.Decompress);
            var chunk = new byte[ChunkLength];
            for (var read = source.Read(chunk); read > 0; read = source.Read(chunk))
            {
                budget.SpendDecoded(read);
                data.Write(chunk, 0, read);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw new InvalidPdfException("The PDF has a stream that cannot be decompressed.");
        }

        var inflated = data.ToArray();
        return IsWhole(file.AsSpan(stream.Start, stream.Length), Adler32.Of(inflated)) ? inflated : throw new InvalidPdfException("The PDF has a stream that breaks off.");
    }

    /// <summary>Whether the checksum ends the data. Writers count the end of the line before "endstream" in, and ought not to.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> compressed, uint checksum)
    {
        for (var lineEnd = 0; lineEnd <= 2 && compressed.Length > sizeof(uint); lineEnd++)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(compressed[^sizeof(uint)..]) == checksum)
            {
                return true;
            }

            if (compressed[^1] is not ((byte)'\r' or (byte)'\n'))
            {
                return false;
            }

            compressed = compressed[..^1];
        }

        return false;
    }
}
