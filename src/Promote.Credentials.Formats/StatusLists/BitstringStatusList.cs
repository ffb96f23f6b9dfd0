using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Promote.Credentials.LinkedData;

namespace Promote.Credentials.Formats.StatusLists;

/// <summary>
/// The bits of a Bitstring Status List 1.0 (§3.2, §3.3): entry 0 is the most significant bit of the first byte. The same bits
/// have the same encoded form on every machine.
/// </summary>
public sealed class BitstringStatusList
{
    /// <summary>§6.1: so many that one person hides among them.</summary>
    public const int MinimumLength = 131_072;

    /// <summary>What a reader unpacks unless it says otherwise: 8,388,608 entries.</summary>
    public const int DefaultMaxBytes = 1024 * 1024;

    private readonly byte[] bits;

    /// <param name="length">How many entries, all of them 0: a multiple of 8, at least <see cref="MinimumLength"/>.</param>
    public BitstringStatusList(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, MinimumLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(length % 8, 0);
        bits = new byte[length / 8];
    }

    private BitstringStatusList(byte[] bits) => this.bits = bits;

    /// <summary>How many entries it has.</summary>
    public int Length => bits.Length * 8;

    /// <summary>The entries that are set, in order.</summary>
    public IEnumerable<int> Indexes
    {
        get
        {
            for (var at = 0; at < bits.Length; at++)
            {
                for (var bit = 0; bits[at] != 0 && bit < 8; bit++)
                {
                    if (this[(at * 8) + bit])
                    {
                        yield return (at * 8) + bit;
                    }
                }
            }
        }
    }

    /// <summary>One entry.</summary>
    public bool this[int index]
    {
        get => (bits[index >> 3] & Mask(index)) != 0;
        set => bits[index >> 3] = (byte)(value ? bits[index >> 3] | Mask(index) : bits[index >> 3] & ~Mask(index));
    }

    /// <summary>Reads an <c>encodedList</c>: strictly, and never more than was asked for.</summary>
    /// <param name="encodedList">The text.</param>
    /// <param name="list">The list; null where there is a fault.</param>
    /// <param name="fault">Why there is no list.</param>
    /// <param name="maxBytes">Most bytes that it may unpack to.</param>
    public static bool TryDecode(string encodedList, [NotNullWhen(true)] out BitstringStatusList? list, out StatusListFault fault, int maxBytes = DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(encodedList);
        list = null;
        fault = Read(encodedList, maxBytes, out var unpacked);
        if (fault == StatusListFault.None)
        {
            list = new BitstringStatusList(unpacked);
        }

        return list is not null;
    }

    /// <summary>The multibase form of the compressed bits: <c>encodedList</c>.</summary>
    public string Encode() => Multibase.Base64Url(Gzip.Compress(bits));

    /// <summary>SHA-256 of the bits themselves.</summary>
    public byte[] Sha256() => SHA256.HashData(bits);

    private static StatusListFault Read(string encodedList, int maxBytes, out byte[] unpacked)
    {
        unpacked = [];

        // Deflate makes nothing much longer: what is longer than this unpacks to too much, and need not be looked at.
        if (encodedList.Length > (2L * maxBytes) + 100)
        {
            return StatusListFault.TooLong;
        }

        if (!encodedList.StartsWith('u') || !Multibase.TryDecode(encodedList, out var packed))
        {
            return StatusListFault.NotMultibase;
        }

        var fault = Gzip.Unpack(packed, maxBytes, out unpacked);
        return fault == StatusListFault.None && unpacked.Length < MinimumLength / 8 ? StatusListFault.TooShort : fault;
    }

    private static int Mask(int index) => 0x80 >> (index & 7);
}
