using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.StatusLists;

public sealed class BitstringStatusListTests
{
    private const int Length = BitstringStatusList.MinimumLength;

    [VectorsFact]
    public void Lists_that_others_encoded_have_the_entries_that_they_say()
    {
        using var vectors = StrictJson.Parse(Vectors.Read("bitstring/own-vectors.json"));
        var read = 0;
        foreach (var vector in vectors.RootElement.EnumerateArray().Where(vector => vector.TryGetProperty("encodedList", out _)))
        {
            Assert.True(BitstringStatusList.TryDecode(vector.GetProperty("encodedList").GetString()!, out var list, out var fault), fault.ToString());
            Assert.Equal(vector.GetProperty("length").GetInt32(), list.Length);
            Assert.Equal(Indexes(vector), list.Indexes);
            if (vector.TryGetProperty("sha256OfRawBitstring", out var digest))
            {
                Assert.Equal(digest.GetString(), Convert.ToHexStringLower(list.Sha256()));
            }

            Assert.Equal(list.Indexes, Decoded(ListOf(Indexes(vector)).Encode()).Indexes);
            read++;
        }

        Assert.True(read >= 6, $"Only {read} vectors.");
    }

    [Fact]
    public void Entry_0_is_the_most_significant_bit_of_the_first_byte()
    {
        var unpacked = Unpack(ListOf([0, 15]).Encode());
        Assert.Equal((0x80, 0x01, Length / 8), (unpacked[0], unpacked[1], unpacked.Length));
    }

    [Fact]
    public void Any_entries_read_back() => Properties.ForAll(
        Gen.Choose(0, Length - 1).ListOf(), indexes =>
        {
            var list = Decoded(ListOf(indexes).Encode());
            Assert.Equal(indexes.Distinct().Order(), list.Indexes);
            Assert.Equal(Length, list.Length);
        }, runs: 100);

    [Fact]
    public void An_entry_can_be_cleared_again_and_the_list_is_then_what_it_was()
    {
        var list = ListOf([5, 77_777]);
        list[77_777] = false;
        Assert.Equal(ListOf([5]).Encode(), list.Encode());
    }

    [Fact]
    public void The_same_entries_have_one_encoded_form_without_time_and_system()
    {
        var (one, other) = (ListOf([1, 2, 3]).Encode(), ListOf([3, 2, 1]).Encode());
        Assert.Equal(one, other);
        Assert.Equal("1F8B08000000000000FF", Convert.ToHexString(Base64Url.DecodeFromChars(one.AsSpan(1))[..10]));
    }

    [Fact]
    public void A_bomb_stops_at_the_bound()
    {
        var bomb = Pack(new byte[64 * 1024 * 1024]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(StatusListFault.TooLong, FaultOf(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * BitstringStatusList.DefaultMaxBytes);
        Assert.Equal(StatusListFault.None, FaultOf(Pack(new byte[BitstringStatusList.DefaultMaxBytes])));
        Assert.Equal(StatusListFault.TooLong, FaultOf(Pack(new byte[BitstringStatusList.DefaultMaxBytes + 1])));
    }

    [Fact]
    public void A_text_that_is_longer_than_any_list_is_not_even_decoded() =>
        Assert.Equal(StatusListFault.TooLong, FaultOf("u" + new string('A', 3 * 1024 * 1024)));

    [Fact]
    public void A_list_in_which_nobody_hides_is_refused()
    {
        Assert.Equal(StatusListFault.TooShort, FaultOf(Pack(new byte[(Length / 8) - 1])));
        Assert.Equal(StatusListFault.TooShort, FaultOf(Pack([0])));
    }

    [Fact]
    public void What_follows_the_list_is_refused()
    {
        byte[] packed = Base64Url.DecodeFromChars(ListOf([9]).Encode().AsSpan(1));
        Assert.Equal(StatusListFault.TrailingBytes, FaultOf(Multibase.Base64Url([.. packed, 0])));
        Assert.Equal(StatusListFault.TrailingBytes, FaultOf(Multibase.Base64Url([.. packed, .. packed])));

        // Garbage that ends as the list itself does.
        Assert.Equal(StatusListFault.TrailingBytes, FaultOf(Multibase.Base64Url([.. packed, 1, 2, 3, .. packed[^8..]])));
    }

    [Fact]
    public void A_list_that_was_cut_is_refused_and_one_that_was_changed_is_never_read_as_another() => Properties.ForAll(
        Gen.Choose(0, 1_000_000), at =>
        {
            byte[] packed = Base64Url.DecodeFromChars(ListOf([9, 40_000]).Encode().AsSpan(1));
            Assert.Equal(StatusListFault.NotGzip, FaultOf(Multibase.Base64Url(packed.AsSpan(0, at % packed.Length))));

            // Some bits say nothing about the list, such as those of the header's time: with one of them changed it is the same list.
            packed[at % packed.Length] ^= 0x40;
            Assert.True(!BitstringStatusList.TryDecode(Multibase.Base64Url(packed), out var list, out _) || list.Indexes.SequenceEqual([9, 40_000]));
        });

    [Theory]
    [InlineData("")]
    [InlineData("u")]
    [InlineData("H4sIAAAAAAAA_-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA")]
    [InlineData("zH4sIAAAAAAAA")]
    [InlineData("uH4sI AAAAAAAA")]
    [InlineData("uH4sIAAAAAAAA_-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA==")]
    [InlineData("umm")]
    public void What_is_no_list_is_refused(string text) => Assert.Contains(FaultOf(text), (StatusListFault[])[StatusListFault.NotMultibase, StatusListFault.NotGzip]);

    [Fact]
    public void A_gzip_member_with_a_file_name_and_other_optional_fields_is_read()
    {
        byte[] packed = Base64Url.DecodeFromChars(ListOf([9]).Encode().AsSpan(1));
        byte[] dressed = [0x1f, 0x8b, 8, 0x1f, 0, 0, 0, 0, 0, 3, 2, 0, 0xaa, 0xbb, .. "list\0"u8, .. "comment\0"u8, 0, 0, .. packed[10..]];
        Assert.Equal([9], Decoded(Multibase.Base64Url(dressed)).Indexes);
        dressed[3] = 0xff;
        Assert.Equal(StatusListFault.NotGzip, FaultOf(Multibase.Base64Url(dressed)));
    }

    private static IReadOnlyList<int> Indexes(JsonElement vector) => [.. vector.GetProperty("setBits").EnumerateArray().Select(bit => bit.GetInt32())];

    private static BitstringStatusList ListOf(IEnumerable<int> indexes)
    {
        var list = new BitstringStatusList(Length);
        foreach (var index in indexes)
        {
            list[index] = true;
        }

        return list;
    }

    private static BitstringStatusList Decoded(string text)
    {
        Assert.True(BitstringStatusList.TryDecode(text, out var list, out var fault), fault.ToString());
        return list;
    }

    private static StatusListFault FaultOf(string text)
    {
        Assert.Equal(!BitstringStatusList.TryDecode(text, out var list, out var fault), list is null);
        return fault;
    }

    private static string Pack(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return Multibase.Base64Url(buffer.ToArray());
    }

    // By the framework's own reader, which shares nothing with ours but the inflating.
    private static byte[] Unpack(string text)
    {
        using var gzip = new GZipStream(new MemoryStream(Base64Url.DecodeFromChars(text.AsSpan(1))), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
