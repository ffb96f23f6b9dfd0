using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>Status lists, as two badges find them at the address that they name: one was withdrawn, the other not.</summary>
internal sealed class StatusList : Target
{
    private const string Url = "https://school.example/status/1";
    private const int InForce = 4;
    private const int Withdrawn = 5;

    private static readonly JsonSyntax Syntax = new(
        "\"revocation\"", "\"suspension\"", "\"BitstringStatusListCredential\"", "\"BitstringStatusList\"", "\"uH4sIAAAAAAAACA\"", "\"encodedList\"", "\"statusPurpose\"", "[\"revocation\",\"suspension\"]", "\"statusSize\":2", "\"ttl\"", "\"u\"", "\"z\"");

    private readonly Forge forge = new();
    private readonly Inspection inspection = new();
    private readonly (byte[] Badge, int Index)[] badges;
    private readonly byte[] unsigned;
    private readonly byte[] packed;
    private readonly List<byte[]> seeds;

    internal StatusList()
    {
        badges = [(Listed(InForce), InForce), (Listed(Withdrawn), Withdrawn)];
        var bits = new BitstringStatusList(BitstringStatusList.MinimumLength) { [Withdrawn] = true };
        unsigned = Writer.Write(new StatusListContent
        {
            Url = Url,
            IssuerDid = forge.Key.Did,
            ValidFrom = Badges.Now.AddDays(-1),
            Purpose = Terms.Revocation,
            Bits = bits,
            TimeToLive = TimeSpan.FromMinutes(5),
        }).Utf8.ToArray();
        packed = Base64Url.DecodeFromChars(bits.Encode().AsSpan(1));
        seeds = [forge.Embed(unsigned), forge.Jws(Encoding.UTF8.GetBytes(JwtHeader), unsigned), .. Repository.Files("tests/golden/status-lists", "*.json")];
        inspection.World.Web[Url] = seeds[0];
        inspection.TrustValid(badges[0].Badge);
        inspection.Trust(badges[1].Badge);
    }

    internal override string Name => "status-list";

    internal override IReadOnlyList<byte[]> Seeds => seeds;

    private string JwtHeader => $$"""{"alg":"ES256","kid":"{{forge.Key.VerificationMethod}}","typ":"vc+jwt"}""";

    internal override byte[] Make(Dice dice)
    {
        if (dice.OneIn(3))
        {
            return Syntax.Mutate(dice.Pick(seeds), dice);
        }

        var list = dice.OneIn(2) ? Syntax.Mutate(unsigned, dice) : WithBits(dice);
        return dice.OneIn(3) ? forge.Jws(Encoding.UTF8.GetBytes(JwtHeader), list) : forge.Embed(list);
    }

    internal override string? Try(byte[] input)
    {
        inspection.World.Web[Url] = input;
        foreach (var (badge, index) in badges)
        {
            var report = inspection.ReportOn(badge);
            if ((inspection.Fault(report) ?? (Inspection.IsValid(report) ? BitFault(input, index) : null)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private byte[] Listed(int index) => forge.Embed(Badges.Small(forge.Key.Did, badge => badge["credentialStatus"] = new JsonObject
    {
        ["id"] = $"{Url}#{index}",
        ["type"] = "BitstringStatusListEntry",
        ["statusPurpose"] = "revocation",
        ["statusListIndex"] = $"{index}",
        ["statusListCredential"] = Url,
    }));

    private byte[] WithBits(Dice dice)
    {
        var list = JsonNode.Parse(unsigned)!;
        var bits = new byte[BitstringStatusList.MinimumLength / 8];
        bits[0] = dice.Byte();
        list["credentialSubject"]!["encodedList"] = "u" + Base64Url.EncodeToString(dice.Below(5) switch
        {
            0 => Packed(new byte[dice.Pick([0, 1, 1024, 16_383, 16_384, 16_385, 1 << 20, (1 << 20) + 1, 1 << 22])]),
            1 => [.. packed, .. packed],
            2 => Packed(ByteEdits.Edit(bits, dice)),
            3 => Packed(bits),
            _ => ByteEdits.Edit(packed, dice),
        });
        return Encoding.UTF8.GetBytes(list.ToJsonString());
    }

    /// <summary>A second reader of the list that made a badge valid: the bit must be there and must not be set.</summary>
    private static string? BitFault(byte[] input, int index)
    {
        try
        {
            var text = Encoding.UTF8.GetString(input).Trim();
            var list = JsonNode.Parse(text.StartsWith("ey", StringComparison.Ordinal) ? Base64Url.DecodeFromChars(text.Split('.')[1]) : Encoding.UTF8.GetBytes(text))!;
            list = list["vc"] ?? list;
            var subject = list["credentialSubject"] is JsonArray subjects ? subjects[0]! : list["credentialSubject"]!;
            using var gzip = new GZipStream(new MemoryStream(Base64Url.DecodeFromChars(subject["encodedList"]!.GetValue<string>().AsSpan(1))), CompressionMode.Decompress);
            var first = new byte[1];
            gzip.ReadExactly(first);
            return (first[0] & (0x80 >> index)) == 0 ? null : $"the badge at {index} is valid, and its bit is set";
        }
        catch (Exception unread) when (unread is JsonException or FormatException or InvalidDataException or EndOfStreamException or NullReferenceException or InvalidOperationException)
        {
            return $"a badge is valid by a list that a second reader cannot read: {unread.Message}";
        }
    }

    private static byte[] Packed(byte[] bits)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bits);
        }

        return target.ToArray();
    }
}
