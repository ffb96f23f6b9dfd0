using Promote.Credentials.Formats;

namespace Promote.Credentials.Tests.Formats;

public sealed class RandomBitsTests
{
    [Fact]
    public void No_bits_are_given_twice()
    {
        var given = new HashSet<Guid>();
        Span<byte> bits = stackalloc byte[16];
        for (var i = 0; i < 10_000; i++)
        {
            RandomBits.Fill(bits);
            Assert.True(given.Add(new Guid(bits)));
        }
    }

    [Fact]
    public async Task Two_threads_are_given_different_bits()
    {
        static string Many()
        {
            var bits = new byte[64];
            RandomBits.Fill(bits);
            return Convert.ToHexString(bits);
        }

        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(Many, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Equal(8, given.Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1024)]
    public void Every_byte_of_what_is_asked_for_is_random(int length)
    {
        // One run leaves a byte zero in one of 256 cases: eight do not.
        var seen = new byte[length];
        for (var i = 0; i < 8; i++)
        {
            var bits = new byte[length];
            RandomBits.Fill(bits);
            for (var at = 0; at < length; at++)
            {
                seen[at] |= bits[at];
            }
        }

        Assert.DoesNotContain((byte)0, seen);
    }

    [Fact]
    public void More_than_it_keeps_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomBits.Fill(new byte[1025]));
}
