using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// An order of the bits of a list that nobody can tell without its seed: a Feistel network over as many numbers as there are
/// bits, and again where it leads outside (cycle walking, NIST SP 800-38G Rev. 1 names it). Each bit comes once.
/// </summary>
internal sealed class Scattering
{
    /// <summary>How many bytes a seed has.</summary>
    public const int SeedLength = 32;

    private const int Rounds = 7;

    private readonly int size;
    private readonly int halfBits;
    private readonly ushort[] mixed;

    public Scattering(byte[] seed, int size)
    {
        this.size = size;
        halfBits = (BitOperations.Log2((uint)Math.Max(size - 1, 1)) + 2) / 2;
        mixed = new ushort[Rounds << halfBits];
        Span<byte> bytes = new byte[sizeof(ushort) << halfBits];
        for (var round = 0; round < Rounds; round++)
        {
            HKDF.Expand(HashAlgorithmName.SHA256, seed, bytes, [(byte)round]);
            for (var i = 0; i < 1 << halfBits; i++)
            {
                mixed[(round << halfBits) + i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]);
            }
        }
    }

    /// <summary>The bit at this place of the order.</summary>
    public int this[int place]
    {
        get
        {
            do
            {
                place = Mix(place);
            }
            while (place >= size);
            return place;
        }
    }

    private int Mix(int number)
    {
        var mask = (1 << halfBits) - 1;
        var (left, right) = (number >> halfBits, number & mask);
        for (var round = 0; round < Rounds; round++)
        {
            (left, right) = (right, left ^ (mixed[(round << halfBits) + right] & mask));
        }

        return (left << halfBits) | right;
    }
}
