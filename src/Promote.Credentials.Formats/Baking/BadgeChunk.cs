using System.Buffers.Binary;
using System.IO.Compression;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Formats.Pictures.Png;

namespace Promote.Credentials.Formats.Baking;

/// <summary>The data of a text chunk that holds a badge: keyword, NUL, and in an iTXt compression, language and translated keyword (PNG §11.3.3).</summary>
internal static class BadgeChunk
{
    private static ReadOnlySpan<byte> OpenBadges3 => "openbadgecredential\0"u8;

    private static ReadOnlySpan<byte> OpenBadges2 => "openbadges\0"u8;

    /// <summary>What stands before the credential: not compressed, method 0, no language, no translated keyword.</summary>
    internal static byte[] Head(BakedKind kind) => [.. Keyword(kind), 0, 0, 0, 0];

    /// <summary>Whether the chunk claims to hold a badge: a text chunk of any kind with one of the keywords.</summary>
    internal static BakedKind? KindOf(uint type, ReadOnlySpan<byte> data)
    {
        if (type != PngChunkType.InternationalText && type != PngChunkType.Text && type != PngChunkType.CompressedText)
        {
            return null;
        }

        return data.StartsWith(OpenBadges3) ? BakedKind.OpenBadges3 : data.StartsWith(OpenBadges2) ? BakedKind.OpenBadges2 : null;
    }

    internal static PictureRefusal? Read(uint type, ReadOnlySpan<byte> data, out BakedBadge? badge)
    {
        badge = null;
        var kind = KindOf(type, data)!.Value;
        var text = data[Keyword(kind).Length..];
        byte[]? credential;
        if (type == PngChunkType.InternationalText)
        {
            credential = ReadInternationalText(text);
        }
        else
        {
            // Before OB 2.0 settled on iTXt, a tEXt chunk held the address of the assertion. OB 3.0 never had it.
            credential = type == PngChunkType.Text && kind == BakedKind.OpenBadges2 ? text.ToArray() : null;
        }

        if (credential is null)
        {
            return new(PictureError.InvalidBadge, "The chunk that holds the badge is not one that Open Badges describes.");
        }

        badge = BakedBadge.Of(kind, credential);
        return BakedBadge.CheckCredential(credential);
    }

    private static ReadOnlySpan<byte> Keyword(BakedKind kind) => kind == BakedKind.OpenBadges3 ? OpenBadges3 : OpenBadges2;

    private static byte[]? ReadInternationalText(ReadOnlySpan<byte> text)
    {
        if (text.Length < 4 || text[0] > 1 || text[1] != 0)
        {
            return null;
        }

        var language = text[2..];
        var languageEnd = language.IndexOf((byte)0);
        var translated = language[(languageEnd + 1)..];
        var translatedEnd = translated.IndexOf((byte)0);
        if (languageEnd < 0 || translatedEnd < 0)
        {
            return null;
        }

        var credential = translated[(translatedEnd + 1)..];
        return text[0] == 1 ? Inflate(credential) : credential.ToArray();
    }

    /// <summary>Open Badges forbids compression; some bakers compress all the same. Stops beyond the largest credential.</summary>
    private static byte[]? Inflate(ReadOnlySpan<byte> compressed)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(compressed.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[BakedBadge.MaxBytes + 1];
            var length = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var isWhole = compressed.Length > sizeof(uint) && BinaryPrimitives.ReadUInt32BigEndian(compressed[^sizeof(uint)..]) == Adler32.Of(buffer.AsSpan(0, length));
            return isWhole && length <= BakedBadge.MaxBytes ? buffer[..length] : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
