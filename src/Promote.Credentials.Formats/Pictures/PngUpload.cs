using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Formats.Pictures.Png;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>
/// Takes a PNG that somebody sent and writes it anew with its pixels, palette and transparency alone: texts, profiles, places
/// and whatever was appended are left behind, and so is anything that another decoder could stumble over.
/// </summary>
public static class PngUpload
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Largest width and height, in pixels.</summary>
    public const int MaxSide = 4096;

    /// <summary>Largest number of pixels.</summary>
    public const int MaxPixels = 4 * 1024 * 1024;

    /// <summary>The clean picture, or why the file is not taken.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, [NotNullWhen(true)] out Picture? picture, [NotNullWhen(false)] out PictureRefusal? refusal)
    {
        refusal = Read(file, out picture);
        return refusal is null;
    }

    private static PictureRefusal? Read(ReadOnlySpan<byte> file, out Picture? picture)
    {
        picture = null;
        if (file.Length > MaxBytes)
        {
            return new(PictureError.TooLarge, $"The PNG has more than {MaxBytes / 1024 / 1024} MiB.");
        }

        List<PngChunk> chunks = [];
        if (PngFile.ReadChunks(file, chunks) is { } broken)
        {
            return broken;
        }

        // Before anything is decompressed: a small file can claim, and hold, a very large picture.
        var unfit = PngHeader.Read(chunks[0].Data(file), out var header) ?? CheckSize(header) ?? CheckCritical(chunks) ?? PngColours.Check(chunks, header);
        if (unfit is not null)
        {
            return unfit;
        }

        using var pixels = new MemoryStream();
        if (PngPixels.Recompress(CompressedPixels(file, chunks), header, pixels) is { } unreadable)
        {
            return unreadable;
        }

        picture = new(Picture.Png, Write(file, chunks, pixels), (int)header.Width, (int)header.Height);
        return null;
    }

    private static PictureRefusal? CheckSize(PngHeader header)
    {
        var fits = header is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide } && header.Width * header.Height <= MaxPixels;
        return fits ? null : new(PictureError.WrongSize, $"The PNG is {header.Width} x {header.Height} pixels; at most {MaxSide} x {MaxSide} and {MaxPixels} in all are taken.");
    }

    /// <summary>A reader that does not know a critical chunk cannot show the picture (PNG §5.4).</summary>
    private static PictureRefusal? CheckCritical(List<PngChunk> chunks)
    {
        foreach (var chunk in chunks)
        {
            if (!IsKept(chunk.Type) && !PngChunkType.IsAncillary(chunk.Type))
            {
                return new(PictureError.InvalidChunk, $"The PNG has a {PngChunkType.Name(chunk.Type)} chunk, which no standard knows.");
            }
        }

        return null;
    }

    private static byte[] CompressedPixels(ReadOnlySpan<byte> file, List<PngChunk> chunks)
    {
        var pixels = chunks.FindAll(chunk => chunk.Type == PngChunkType.Pixels);
        var all = new byte[pixels.Sum(chunk => chunk.DataLength)];
        var rest = all.AsSpan();
        foreach (var chunk in pixels)
        {
            rest = PngWriter.Copy(rest, chunk.Data(file));
        }

        return all;
    }

    private static byte[] Write(ReadOnlySpan<byte> file, List<PngChunk> chunks, MemoryStream pixels)
    {
        var kept = chunks.FindAll(chunk => IsKept(chunk.Type) && chunk.Type != PngChunkType.Pixels);
        var size = PngFile.Signature.Length + kept.Sum(chunk => PngChunk.Overhead + chunk.DataLength) + PngChunk.Overhead + (int)pixels.Length;
        var png = new byte[size];
        var rest = PngWriter.Copy(png, PngFile.Signature);
        foreach (var chunk in kept)
        {
            if (chunk.Type == PngChunkType.End)
            {
                rest = PngWriter.WriteChunk(rest, PngChunkType.Pixels, pixels.GetBuffer().AsSpan(0, (int)pixels.Length));
            }

            rest = PngWriter.WriteChunk(rest, chunk.Type, chunk.Data(file));
        }

        return png;
    }

    private static bool IsKept(uint type) =>
        type == PngChunkType.Header || type == PngChunkType.Palette || type == PngChunkType.Transparency || type == PngChunkType.Pixels || type == PngChunkType.End;
}
