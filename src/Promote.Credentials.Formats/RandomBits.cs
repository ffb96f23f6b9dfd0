using System.Security.Cryptography;

namespace Promote.Credentials.Formats;

/// <summary>Random bits for ids, of which an award needs a dozen: the generator of the system is asked for many at once, because a call costs more than its bits. Keys and nonces ask it themselves.</summary>
public static class RandomBits
{
    private const int Kept = 1024;

    [ThreadStatic]
    private static byte[]? bits;

    [ThreadStatic]
    private static int used;

    /// <summary>Fills it with bits that nobody can foresee and nobody gets again.</summary>
    /// <param name="target">At most 1024 bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is longer.</exception>
    public static void Fill(Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target.Length, Kept, nameof(target));
        if (bits is null || used + target.Length > Kept)
        {
            // Kept only once it is filled: were the generator to fail, nobody may be given the zeros that stood there.
            var fresh = bits ?? new byte[Kept];
            RandomNumberGenerator.Fill(fresh);
            (bits, used) = (fresh, 0);
        }

        var taken = bits.AsSpan(used, target.Length);
        taken.CopyTo(target);
        taken.Clear();
        used += target.Length;
    }
}
