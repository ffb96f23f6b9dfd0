using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Formats.Pictures.Png;

namespace Promote.Credentials.Formats.Baking;

/// <summary>What was baked into a picture.</summary>
/// <param name="Kind">Whose rules it was baked by.</param>
/// <param name="Form">What the bytes look like; nothing in them has been checked.</param>
/// <param name="Credential">The very bytes that were baked in.</param>
public sealed record BakedBadge(BakedKind Kind, BakedForm Form, ReadOnlyMemory<byte> Credential)
{
    /// <summary>Largest picture that is read, in bytes.</summary>
    public const int MaxPictureBytes = 4 * 1024 * 1024;

    /// <summary>Largest credential that is baked in or read, in bytes, also after decompression.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Reads the badge out of a PNG or an SVG, whichever it is, or says why not.</summary>
    public static bool TryExtract(ReadOnlySpan<byte> picture, [NotNullWhen(true)] out BakedBadge? badge, [NotNullWhen(false)] out PictureRefusal? refusal) =>
        picture.StartsWith(PngFile.Signature)
            ? PngBadge.TryExtract(picture, out badge, out refusal)
            : SvgBadge.TryExtract(picture, out badge, out refusal);

    internal static PictureRefusal? CheckPicture(ReadOnlySpan<byte> picture) => picture.Length > MaxPictureBytes
        ? new(PictureError.TooLarge, $"The picture has more than {MaxPictureBytes / 1024 / 1024} MiB.")
        : null;

    internal static PictureRefusal? CheckCredential(ReadOnlySpan<byte> credential) => credential.Length switch
    {
        0 => new(PictureError.InvalidBadge, "What is baked in is empty."),
        > MaxBytes => new(PictureError.InvalidBadge, $"What is baked in has more than {MaxBytes / 1024} KiB."),
        _ => null,
    };

    internal static BakedBadge Of(BakedKind kind, byte[] credential) => new(kind, FormOf(credential), credential);

    internal static BakedForm FormOf(ReadOnlySpan<byte> credential)
    {
        var text = credential.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("{"u8))
        {
            return BakedForm.Json;
        }

        // A JWS has no colon, and a URL begins with its scheme.
        return text.StartsWith("http://"u8) || text.StartsWith("https://"u8) ? BakedForm.Url : BakedForm.Jws;
    }
}
