using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Tests.Verification;

public class OwnRecordCheckTests
{
    private const string Id = World.OwnAddress + "AAAAAAAAAAAAAAAAAAAAAA";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly World world = new();
    private readonly byte[] signed = Badge.New().With(badge => badge.Json["id"] = Id).Sign();

    [Fact]
    public async Task What_is_on_record_byte_for_byte_passes()
    {
        world.Records[Id] = OwnRecord.Kept(Badge.IssuedAt, signed);

        (await world.VerifyAsync(signed)).Says(Outcome.Valid, CheckIds.OwnRecord, CheckOutcome.Passed);
    }

    [Fact]
    public async Task A_copy_that_was_laid_out_anew_passes()
    {
        world.Records[Id] = OwnRecord.Kept(Badge.IssuedAt, signed);

        (await world.VerifyAsync(JsonNode.Parse(signed)!.ToJsonString(Indented))).Says(Outcome.Valid, CheckIds.OwnRecord, CheckOutcome.Passed);
    }

    [Fact]
    public async Task Another_document_under_the_same_id_fails_though_it_is_signed()
    {
        var other = Badge.New().With(badge => badge.Json["id"] = Id).Sign();
        world.Records[Id] = OwnRecord.Kept(Badge.IssuedAt, signed);

        (await world.VerifyAsync(other)).Says(Outcome.Invalid, CheckIds.OwnRecord, CheckOutcome.Failed);
    }

    [Fact]
    public async Task An_id_of_this_service_without_a_record_fails() =>
        (await world.VerifyAsync(signed)).Says(Outcome.Invalid, CheckIds.OwnRecord, CheckOutcome.Failed);

    [Fact]
    public async Task A_record_that_was_changed_since_fails()
    {
        world.Records[Id] = OwnRecord.Damaged;

        (await world.VerifyAsync(signed)).Says(Outcome.Invalid, CheckIds.OwnRecord, CheckOutcome.Failed);
    }
}
