namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>Changes that know nothing about the document.</summary>
internal static class ByteEdits
{
    private static readonly byte[] Telling = [0x00, 0x01, 0x0A, 0x20, 0x22, 0x2E, 0x3C, 0x5B, 0x7B, 0x7F, 0x80, 0xBF, 0xC0, 0xED, 0xF4, 0xFF];

    internal static byte[] Edit(byte[] document, Dice dice)
    {
        if (document.Length == 0)
        {
            return [dice.Byte()];
        }

        var start = dice.Below(document.Length);
        var part = new Part(start, Math.Min(document.Length, start + dice.Small(64)));
        return dice.Below(6) switch
        {
            0 => Splice.Replace(document, new Part(start, start + 1), [(byte)(document[start] ^ (1 << dice.Below(8)))]),
            1 => Splice.Replace(document, new Part(start, start + 1), [dice.Pick(Telling)]),
            2 => Splice.Without(document, part),
            3 => Splice.Insert(document, part.End, part.Of(document)),
            4 => Splice.Insert(document, start, [dice.Pick(Telling)]),
            _ => document[..start],
        };
    }
}
