using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>Seals that others made.</summary>
public sealed class OfficialSealTests
{
    [VectorsTheory]
    [InlineData(OfficialSeals.Participation)]
    [InlineData(OfficialSeals.MicroCredential)]
    public void An_official_sample_is_intact_with_every_time_stamp_over_its_bytes(string sample)
    {
        SealReading seal = Read(OfficialSeals.Read(sample));
        SealReport report = seal.Verify([], OfficialSeals.Later);

        Assert.True(report.Intact.Holds, report.Intact.Sentence);
        Assert.Equal(SealLevel.LongTermArchive, report.Level);
        Assert.Equal([TimeStampKind.Content, TimeStampKind.Signature, TimeStampKind.Archive], report.TimeStamps.Select(one => one.Kind));
        Assert.All(report.TimeStamps, one => Assert.True(one.Verified, one.Sentence));
        Assert.True(report.TimeStamped.Holds);
        Assert.Equal(new SealSubject("ES", "ORGANIZACION TEST", "VATES-A00000000", "TEST SEAL"), seal.Subject);
        Assert.Equal((1, 1), (seal.EmbeddedCrls, seal.EmbeddedOcspAnswers));
        Assert.Equal((string)OfficialSeals.Json(sample)["payload"]!, Encoding.UTF8.GetString(seal.Payload.Span));
    }

    [VectorsFact]
    public void Nobody_vouches_for_an_official_sample_without_an_anchor()
    {
        SealReport report = Read(OfficialSeals.Read(OfficialSeals.Participation)).Verify([], OfficialSeals.Later);
        Assert.False(report.Anchored.Holds);
        Assert.False(report.Qualified.Holds);
        Assert.Null(report.ProvenAt);
    }

    [VectorsFact]
    public void A_trusted_time_stamp_keeps_a_seal_anchored_after_its_certificate_has_expired()
    {
        SealReport report = Read(OfficialSeals.Read(OfficialSeals.Participation)).Verify([OfficialSeals.TimeAuthority, OfficialSeals.SealAuthority(true)], OfficialSeals.Later);
        Assert.True(report.Anchored.Holds, report.Anchored.Sentence);
        Assert.Equal(new DateTimeOffset(2023, 9, 27, 12, 7, 4, TimeSpan.Zero), report.ProvenAt);
    }

    /// <summary>Else a thief of an old key would stamp it himself, with a time of his choice.</summary>
    [VectorsFact]
    public void A_time_stamp_of_an_unknown_authority_does_not()
    {
        SealReport report = Read(OfficialSeals.Read(OfficialSeals.Participation)).Verify([OfficialSeals.SealAuthority(true)], OfficialSeals.Later);
        Assert.True(report.TimeStamped.Holds);
        Assert.Null(report.ProvenAt);
        Assert.False(report.Anchored.Holds);
        Assert.Contains("is valid from 2023-05-11 to 2025-05-10", report.Anchored.Sentence, StringComparison.Ordinal);
    }

    [VectorsFact]
    public void A_test_certificate_of_a_qualified_authority_is_not_qualified()
    {
        SealReport report = Read(OfficialSeals.Read(OfficialSeals.Participation)).Verify([OfficialSeals.TimeAuthority, OfficialSeals.SealAuthority(true)], OfficialSeals.Later);
        Assert.True(report.Anchored.Holds);
        Assert.False(report.Qualified.Holds);
        Assert.Equal("The certificate says that it is a test.", report.Qualified.Sentence);
    }

    [VectorsTheory]
    [InlineData(OfficialSeals.Participation)]
    [InlineData(OfficialSeals.MicroCredential)]
    public void One_changed_byte_of_the_payload_breaks_it(string sample) => AssertBroken(sample, json =>
    {
        string payload = (string)json["payload"]!;
        json["payload"] = payload.Replace("urn:credential:", "urn:credentiaI:", StringComparison.Ordinal);
    });

    [VectorsTheory]
    [InlineData(OfficialSeals.Participation)]
    [InlineData(OfficialSeals.MicroCredential)]
    public void One_changed_byte_of_the_protected_header_breaks_it(string sample) => AssertBroken(sample, json =>
    {
        string header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars((string)Signature(json)["protected"]!));
        Signature(json)["protected"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.Replace("\"sigT\":\"2023", "\"sigT\":\"2022", StringComparison.Ordinal)));
    });

    [VectorsTheory]
    [InlineData(OfficialSeals.Participation)]
    [InlineData(OfficialSeals.MicroCredential)]
    public void One_changed_byte_of_the_signature_breaks_it(string sample) =>
        AssertBroken(sample, json => Signature(json)["signature"] = Flip((string)Signature(json)["signature"]!, 100));

    /// <summary>
    /// The entries are sigTst, xVals, rVals and arcTst. The signature does not cover them, the archive time-stamp does; what is changed in
    /// that one itself is the imprint in the token.
    /// </summary>
    [VectorsTheory]
    [InlineData(OfficialSeals.Participation, 0)]
    [InlineData(OfficialSeals.Participation, 1)]
    [InlineData(OfficialSeals.Participation, 2)]
    [InlineData(OfficialSeals.Participation, 3)]
    [InlineData(OfficialSeals.MicroCredential, 0)]
    [InlineData(OfficialSeals.MicroCredential, 1)]
    [InlineData(OfficialSeals.MicroCredential, 2)]
    [InlineData(OfficialSeals.MicroCredential, 3)]
    public void One_changed_byte_of_what_was_added_later_breaks_it(string sample, int entry) => AssertBroken(sample, json =>
    {
        JsonArray entries = Signature(json)["header"]!["etsiU"]!.AsArray();
        string text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars((string)entries[entry]!));
        entries[entry] = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Flip(text, 200)));
    });

    [VectorsFact]
    public void An_entry_that_was_taken_away_breaks_it() =>
        AssertBroken(OfficialSeals.MicroCredential, json => Signature(json)["header"]!["etsiU"]!.AsArray().RemoveAt(2));

    private static JsonNode Signature(JsonNode json) => json["signatures"]![0]!;

    /// <summary>Another letter at a place in a text of base64.</summary>
    private static string Flip(string text, int place) => $"{text[..place]}{(text[place] == 'A' ? 'B' : 'A')}{text[(place + 1)..]}";

    private static void AssertBroken(string sample, Action<JsonNode> change)
    {
        JsonNode json = OfficialSeals.Json(sample);
        string before = json.ToJsonString();
        change(json);
        Assert.NotEqual(before, json.ToJsonString());
        SealReport report = Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Verify([], OfficialSeals.Later);
        Assert.False(report.Intact.Holds);
        Assert.False(report.Qualified.Holds);
    }

    private static SealReading Read(byte[] bytes) => JadesSeal.TryRead(bytes, out SealReading? seal, out string error) ? seal : throw new InvalidDataException(error);
}
