using System.Buffers.Binary;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>PNG: a signature, then chunks that say how long they are, from IHDR to IEND (W3C PNG, §5). Whoever follows them finds the end.</summary>
internal sealed class PngExaminer : FileExaminer
{
    private const int HeadBytes = 8;
    private const int ChecksumBytes = 4;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly byte[] chunk = new byte[HeadBytes];
    private int chunkLength;
    private long skip = Signature.Length;
    private bool last;
    private bool ended;
    private bool wrong;

    public override string? WhyNotBegun() => Head.StartsWith(Signature) && Head[12..].SequenceEqual("IHDR"u8) ? null : "The bytes are not those of a PNG.";

    public override string? WhyNotEnded() => ended && !wrong ? null : "The PNG is cut off, or something follows its end.";

    protected override void Follow(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (ended)
            {
                wrong = true;
                return;
            }

            if (skip > 0)
            {
                var skipped = (int)Math.Min(skip, bytes.Length);
                bytes = bytes[skipped..];
                skip -= skipped;
                ended = last && skip == 0;
                continue;
            }

            var taken = Math.Min(HeadBytes - chunkLength, bytes.Length);
            bytes[..taken].CopyTo(chunk.AsSpan(chunkLength));
            bytes = bytes[taken..];
            chunkLength += taken;
            if (chunkLength == HeadBytes)
            {
                chunkLength = 0;
                last = chunk.AsSpan(4).SequenceEqual("IEND"u8);
                skip = BinaryPrimitives.ReadUInt32BigEndian(chunk) + (long)ChecksumBytes;
            }
        }
    }
}
