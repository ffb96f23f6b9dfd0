using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Formats.Pictures.Png;

namespace Promote.Credentials.Formats.Baking;

/// <summary>Badges in PNG pictures: one iTXt chunk whose keyword names the version of Open Badges (OB 3.0 §5.3.1, OB 2.0 baking).</summary>
public static class PngBadge
{
    /// <summary>
    /// Writes the credential into the picture, in place of any badge of either version that is in it.
    /// The chunk goes before the pixels: readers that look at the whole file find it anywhere, those that stop where the pixels begin only there.
    /// </summary>
    public static bool TryBake(
        ReadOnlySpan<byte> png, BakedKind kind, ReadOnlySpan<byte> credential, [NotNullWhen(true)] out byte[]? baked, [NotNullWhen(false)] out PictureRefusal? refusal)
    {
        baked = null;
        List<PngChunk> chunks = [];
        refusal = BakedBadge.CheckCredential(credential) ?? PngFile.ReadChunks(png, chunks);
        if (refusal is not null)
        {
            return false;
        }

        baked = Write(png, chunks, BadgeChunk.Head(kind), credential);
        refusal = BakedBadge.CheckPicture(baked);
        return refusal is null;
    }

    /// <summary>Reads the only badge in the picture, or says why not. The checksum of every chunk is looked at.</summary>
    public static bool TryExtract(ReadOnlySpan<byte> png, [NotNullWhen(true)] out BakedBadge? badge, [NotNullWhen(false)] out PictureRefusal? refusal)
    {
        badge = null;
        List<PngChunk> chunks = [];
        refusal = BakedBadge.CheckPicture(png) ?? PngFile.ReadChunks(png, chunks) ?? FindOne(png, chunks, out badge);
        return refusal is null && badge is not null;
    }

    private static byte[] Write(ReadOnlySpan<byte> png, List<PngChunk> chunks, ReadOnlySpan<byte> head, ReadOnlySpan<byte> credential)
    {
        var removed = Badges(png, chunks);
        var size = chunks[^1].End - removed.Sum(chunk => PngChunk.Overhead + chunk.DataLength) + PngChunk.Overhead + head.Length + credential.Length;
        var baked = new byte[size];
        var pixels = chunks.Find(chunk => chunk.Type == PngChunkType.Pixels);
        var rest = PngWriter.Copy(baked, PngFile.Signature);
        foreach (var chunk in chunks)
        {
            if (chunk == pixels)
            {
                rest = PngWriter.WriteChunk(rest, PngChunkType.InternationalText, head, credential);
            }

            if (!removed.Contains(chunk))
            {
                rest = PngWriter.Copy(rest, png[chunk.Start..chunk.End]);
            }
        }

        return baked;
    }

    private static PictureRefusal? FindOne(ReadOnlySpan<byte> png, List<PngChunk> chunks, out BakedBadge? badge)
    {
        badge = null;
        var found = Badges(png, chunks);
        return found.Count switch
        {
            0 => new(PictureError.NoBadge, "Nothing is baked into the PNG."),
            1 => BadgeChunk.Read(found[0].Type, found[0].Data(png), out badge),
            _ => new(PictureError.SeveralBadges, "More than one badge is baked into the PNG, so none can be trusted to be the one that is meant."),
        };
    }

    private static List<PngChunk> Badges(ReadOnlySpan<byte> png, List<PngChunk> chunks)
    {
        List<PngChunk> badges = [];
        foreach (var chunk in chunks)
        {
            if (BadgeChunk.KindOf(chunk.Type, chunk.Data(png)) is not null)
            {
                badges.Add(chunk);
            }
        }

        return badges;
    }
}
