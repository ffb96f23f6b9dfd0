using System.Buffers.Binary;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>WebP: a RIFF that says how long it is (RFC 9649 §2.4).</summary>
internal sealed class WebPExaminer : FileExaminer
{
    private const int BeforeSize = 8;

    public override string? WhyNotBegun() =>
        Head.Length == 16 && Head.StartsWith("RIFF"u8) && Head[8..].StartsWith("WEBPVP8"u8) && Head[15] is (byte)' ' or (byte)'L' or (byte)'X' ? null : "The bytes are not those of a WebP.";

    public override string? WhyNotEnded() =>
        BinaryPrimitives.ReadUInt32LittleEndian(Head[4..]) + (long)BeforeSize == Length ? null : "The WebP is cut off, or something follows its end.";
}
