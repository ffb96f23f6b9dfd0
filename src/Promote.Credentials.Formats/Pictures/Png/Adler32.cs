namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>The checksum at the end of zlib data (RFC 1950 §8.2). <see cref="System.IO.Compression.ZLibStream"/> takes data that break off before it as complete.</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint a = 1, b = 0;
        foreach (var value in bytes)
        {
            a = (a + value) % Modulus;
            b = (b + a) % Modulus;
        }

        return (b << 16) | a;
    }
}
