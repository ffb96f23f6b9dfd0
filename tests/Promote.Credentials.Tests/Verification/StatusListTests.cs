using System.IO.Compression;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Tests.Verification;

/// <summary>Bitstring Status Lists of others: only a list that can be relied on says anything.</summary>
public sealed class StatusListTests
{
    private const string List = "https://school.example/status/1";

    private readonly World world = new();

    [Fact]
    public async Task A_bit_that_is_not_set_is_in_force_and_one_that_is_set_is_withdrawn()
    {
        var badge = Listed(5);
        world.Web[List] = ListOf(badge, bits => bits[0] = 0b0000_0010);

        (await world.VerifyAsync(badge.Sign())).Says(Outcome.Valid, CheckIds.Status, CheckOutcome.Passed);
        world.Web[List] = ListOf(badge, bits => bits[0] = 0b0000_0100);
        var report = await world.VerifyAsync(badge.Sign());
        report.Says(Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed);
        Assert.Equal("status.revoked", report.Check(CheckIds.Status).Key);
    }

    [Fact]
    public async Task A_suspended_one_is_not_accepted_and_says_so()
    {
        var badge = Listed(5, "suspension");
        world.Web[List] = ListOf(badge, bits => bits[0] = 0b0000_0100, list => list["credentialSubject"]!["statusPurpose"] = "suspension");

        var report = await world.VerifyAsync(badge.Sign());
        report.Says(Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed);
        Assert.Equal("status.suspended", report.Check(CheckIds.Status).Key);
    }

    public static TheoryData<string> Doubts => new("another issuer", "another purpose", "unsigned", "changed", "expired", "another id", "another type", "bomb", "short", "not encoded", "unreachable", "not found");

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task A_list_that_cannot_be_relied_on_leaves_it_open_and_by_the_letter_invalid(string doubt)
    {
        var badge = Listed(5);
        var list = doubt switch
        {
            "another issuer" => ListOf(Badge.New(), _ => { }),
            "another purpose" => ListOf(badge, _ => { }, json => json["credentialSubject"]!["statusPurpose"] = "suspension"),
            "unsigned" => ListOf(badge, _ => { }, sign: false),
            "expired" => ListOf(badge, _ => { }, json => json["validUntil"] = "2026-11-20T10:00:00Z"),
            "another id" => ListOf(badge, _ => { }, json => json["id"] = "https://school.example/status/2"),
            "another type" => ListOf(badge, _ => { }, json => json["type"] = new JsonArray("VerifiableCredential")),
            "bomb" => ListOf(badge, _ => { }, json => json["credentialSubject"]!["encodedList"] = Encode(new byte[16 * 1024 * 1024])),
            "short" => ListOf(badge, _ => { }, json => json["credentialSubject"]!["encodedList"] = Encode(new byte[1024])),
            "not encoded" => ListOf(badge, _ => { }, json => json["credentialSubject"]!["encodedList"] = "uAAAA"),
            _ => ListOf(badge, _ => { }),
        };
        world.Web[List] = list;
        switch (doubt)
        {
            case "changed":
                world.Web[List] = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(list).Replace("2026-11-20T09:00:00Z", "2026-11-20T09:00:01Z", StringComparison.Ordinal));
                break;
            case "unreachable":
                world.Failures[List] = FetchFailure.Unreachable;
                break;
            case "not found":
                world.Web.Remove(List);
                break;
        }

        (await world.VerifyAsync(badge.Sign())).Says(Outcome.Unconfirmed, CheckIds.Status, CheckOutcome.NotChecked);
        (await world.VerifyAsync(badge.Sign(), VerificationProfile.Strict)).Says(Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("131072")]
    [InlineData("2147483647")]
    public async Task A_place_behind_the_list_is_not_accepted(string index)
    {
        var badge = Listed(0).With(one => one.Json["credentialStatus"]!["statusListIndex"] = index);
        world.Web[List] = ListOf(badge, _ => { });

        (await world.VerifyAsync(badge.Sign())).Says(Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 5")]
    [InlineData("99999999999999")]
    [InlineData("0x5")]
    public async Task A_place_that_is_no_number_is_not_accepted(string index)
    {
        var badge = Listed(0).With(one => one.Json["credentialStatus"]!["statusListIndex"] = index);

        (await world.VerifyAsync(badge.Sign())).Says(Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed);
    }

    [Fact]
    public async Task What_this_service_issued_it_knows_without_asking_anybody()
    {
        var badge = Listed(5).With(one => one.Json["id"] = World.OwnAddress + "AAAAAAAAAAAAAAAAAAAAAA");
        var signed = badge.Sign();
        world.Records[World.OwnAddress + "AAAAAAAAAAAAAAAAAAAAAA"] = OwnRecord.Kept(Badge.IssuedAt, signed) with { Standing = OwnStanding.InForce };
        (await world.VerifyAsync(signed)).Says(Outcome.Valid, CheckIds.Status, CheckOutcome.Passed);

        world.Records[World.OwnAddress + "AAAAAAAAAAAAAAAAAAAAAA"] = OwnRecord.Kept(Badge.IssuedAt, signed) with { Standing = new OwnStanding(OwnStandingState.Suspended, Badge.IssuedAt, "Under review.") };
        (await world.VerifyAsync(signed)).Says(Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed);
        Assert.Empty(world.Fetched);
    }

    private static Badge Listed(int index, string purpose = "revocation") => Badge.New().With(badge => badge.Json["credentialStatus"] = new JsonObject
    {
        ["id"] = $"{List}#{index}",
        ["type"] = "BitstringStatusListEntry",
        ["statusPurpose"] = purpose,
        ["statusListIndex"] = $"{index}",
        ["statusListCredential"] = List,
    });

    private static byte[] ListOf(Badge badge, Action<byte[]> set, Action<JsonObject>? change = null, bool sign = true)
    {
        var bits = new byte[16 * 1024];
        set(bits);
        var list = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["id"] = List,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = badge.Json["issuer"]!["id"]!.DeepClone(),
            ["validFrom"] = "2026-11-20T09:00:00Z",
            ["credentialSubject"] = new JsonObject { ["id"] = $"{List}#list", ["type"] = "BitstringStatusList", ["statusPurpose"] = "revocation", ["encodedList"] = Encode(bits) },
        };
        change?.Invoke(list);
        return badge.Signing(list, sign);
    }

    private static string Encode(byte[] bits)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bits);
        }

        return Multibase.Base64Url(packed.ToArray());
    }
}
