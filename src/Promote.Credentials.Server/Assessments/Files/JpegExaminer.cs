namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>JPEG: begins with SOI and another marker, ends with EOI (ITU-T T.81 B.1.1.3).</summary>
internal sealed class JpegExaminer : FileExaminer
{
    public override string? WhyNotBegun() => Head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? null : "The bytes are not those of a JPEG.";

    public override string? WhyNotEnded() => Tail.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? null : "The JPEG is cut off, or something follows its end.";
}
