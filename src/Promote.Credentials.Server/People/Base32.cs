namespace Promote.Credentials.Server.People;

/// <summary>Base32 (RFC 4648 §6) as authenticator apps read and people type it: without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfDigit = 5;
    private const int BitsOfByte = 8;

    /// <exception cref="FormatException">A character is not of the alphabet.</exception>
    public static byte[] Decode(string text)
    {
        var bytes = new byte[text.Length * BitsOfDigit / BitsOfByte];
        var (bits, count, written) = (0, 0, 0);
        foreach (var letter in text)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.OrdinalIgnoreCase);
            bits = digit < 0 ? throw new FormatException("Not base32.") : (bits << BitsOfDigit) | digit;
            count += BitsOfDigit;
            if (count >= BitsOfByte)
            {
                count -= BitsOfByte;
                bytes[written++] = (byte)(bits >> count);
                bits &= (1 << count) - 1;
            }
        }

        return bytes;
    }
}
