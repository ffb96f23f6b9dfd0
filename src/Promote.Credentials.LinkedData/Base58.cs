namespace Promote.Credentials.LinkedData;

/// <summary>Base58 in Bitcoin's alphabet: a big number in base 58, and one <c>1</c> for each leading zero byte.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        int zeros = LeadingZeros(bytes);

        // log(256) / log(58) is a little under 1.38.
        var digits = new byte[(bytes.Length * 138 / 100) + 1];
        int length = 0;
        foreach (byte value in bytes[zeros..])
        {
            length = MultiplyAdd(digits, length, 256, value, 58);
        }

        return string.Create(zeros + length, (zeros, digits), static (text, state) =>
        {
            text[..state.zeros].Fill(Alphabet[0]);
            for (int i = state.zeros; i < text.Length; i++)
            {
                text[i] = Alphabet[state.digits[text.Length - 1 - i]];
            }
        });
    }

    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        int zeros = text.IndexOfAnyExcept(Alphabet[0]) is var first && first < 0 ? text.Length : first;
        var little = new byte[text.Length];
        int length = 0;
        foreach (char character in text[zeros..])
        {
            int digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            length = MultiplyAdd(little, length, 58, digit, 256);
        }

        bytes = new byte[zeros + length];
        little.AsSpan(0, length).CopyTo(bytes.AsSpan(zeros));
        bytes.AsSpan(zeros).Reverse();
        return true;
    }

    /// <summary>number = number * factor + addend, on little-endian digits of the radix; returns the new count of digits.</summary>
    private static int MultiplyAdd(byte[] number, int length, int factor, int addend, int radix)
    {
        int carry = addend;
        for (int i = 0; i < length; i++)
        {
            carry += number[i] * factor;
            number[i] = (byte)(carry % radix);
            carry /= radix;
        }

        for (; carry > 0; carry /= radix)
        {
            number[length++] = (byte)(carry % radix);
        }

        return length;
    }

    private static int LeadingZeros(ReadOnlySpan<byte> bytes)
    {
        int first = bytes.IndexOfAnyExcept((byte)0);
        return first < 0 ? bytes.Length : first;
    }
}
