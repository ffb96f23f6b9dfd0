namespace Promote.Credentials.Formats;

/// <summary>Names that no server answers for: <c>urn:uuid:</c> and a random UUID (RFC 9562 §5.4).</summary>
public static class UrnUuid
{
    private const int Bytes = 16;

    /// <summary>A new name with 122 random bits.</summary>
    public static string New() => New("urn:uuid:");

    /// <summary>The same in another namespace.</summary>
    internal static string New(string prefix)
    {
        Span<byte> random = stackalloc byte[Bytes];
        RandomBits.Fill(random);
        random[6] = (byte)((random[6] & 0x0F) | 0x40); // version 4
        random[8] = (byte)((random[8] & 0x3F) | 0x80); // variant of RFC 9562
        return $"{prefix}{new Guid(random, bigEndian: true)}";
    }
}
