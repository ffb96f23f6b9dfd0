using System.Security.Cryptography;
using Promote.Credentials.Server.Issuing;

namespace Promote.Credentials.Server.Tests.Issuing;

public sealed class ScatteringTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(1000)]
    [InlineData(131_072)]
    public void Each_bit_comes_once(int size)
    {
        var scattering = new Scattering(RandomNumberGenerator.GetBytes(Scattering.SeedLength), size);

        Assert.Equal(Enumerable.Range(0, size), Enumerable.Range(0, size).Select(place => scattering[place]).Order());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4096)]
    [InlineData(131_072)]
    public void The_same_seed_gives_the_same_order(int size)
    {
        var seed = RandomNumberGenerator.GetBytes(Scattering.SeedLength);
        var (one, other) = (new Scattering(seed, size), new Scattering(seed, size));

        Assert.All(Enumerable.Range(0, Math.Min(size, 1000)), place => Assert.Equal(one[place], other[place]));
    }

    [Fact]
    public void Another_seed_gives_another_order()
    {
        var (one, other) = (new Scattering(Padded([1]), 131_072), new Scattering(Padded([2]), 131_072));

        Assert.InRange(Enumerable.Range(0, 1000).Count(place => one[place] == other[place]), 0, 5);
    }

    private static byte[] Padded(byte[] seed) => [.. seed, .. new byte[Scattering.SeedLength - seed.Length]];
}
