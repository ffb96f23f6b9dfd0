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
            RandomNumberGenerator.Fill(bits ??= new byte[Kept]);
            used = 0;
        }

        var taken = bits.AsSpan(used, target.Length);
        taken.CopyTo(target);
        taken.Clear();
        used += target.Length;
    }
}
