using System.Text;
using System.Text.Json;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.OpenBadges2;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonSchema;
using Schema = Promote.Credentials.LinkedData.JsonSchema.JsonSchema;
using Writer = Promote.Credentials.Formats.OpenBadges2.Writer;

namespace Promote.Credentials.Tests.Formats.OpenBadges2;

public sealed class WriterTests
{
    private static readonly GoldenInput Input = GoldenInput.Read("assessed-micro-credential");

    private static readonly IssuerProfile Issuer = new(Input.Issuer, Input.Ids.IssuerDid, Input.Ids.Urls);

    [Fact]
    public void An_award_becomes_the_golden_hosted_assertion() =>
        Is("hosted.json", Writer.WriteHosted(Input.Award, Input.Ids).Utf8, EmbeddedSchemas.OpenBadges2Assertion);

    [Fact]
    public void An_award_becomes_the_golden_assertion_to_be_signed() =>
        Is("signed.json", Writer.WriteSigned(Input.Award, Input.Ids).Utf8, EmbeddedSchemas.OpenBadges2Assertion);

    [Theory]
    [InlineData("assessed-micro-credential")]
    [InlineData("minimal")]
    [InlineData("several-languages")]
    public void A_version_of_an_achievement_becomes_the_golden_badge_class(string name)
    {
        var input = GoldenInput.Read(name);
        var utf8 = Writer.WriteBadgeClass(input.Achievement, new IssuerProfile(input.Issuer, input.Ids.IssuerDid, input.Ids.Urls));
        Is($"{name}.badge-class.json", utf8, EmbeddedSchemas.OpenBadges2BadgeClass);
    }

    [Fact]
    public void An_issuer_becomes_the_golden_profile() =>
        Is("issuer.json", Writer.WriteIssuer(Issuer, [Input.Ids.KeyUrl!]), EmbeddedSchemas.OpenBadges2Issuer);

    [Fact]
    public void A_key_becomes_the_golden_document() =>
        Is("key.json", Writer.WriteKey(Issuer, Input.Ids.KeyUrl!, "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"));

    [Fact]
    public void Revoked_assertions_become_the_golden_list() => Is("revocations.json", Writer.WriteRevocationList(
        Issuer, [new(Input.Ids.SignedAssertionId, "Awarded in error"), new("urn:uuid:6deb4a00-ebce-4b28-8cc2-afa705ef7be4", null)]));

    [Fact]
    public void A_revoked_hosted_assertion_keeps_its_id_and_reason_only() =>
        Is("revoked.json", Writer.WriteRevoked(Input.Ids.Urls.Assertion(Input.Ids.AssertionId), "Awarded in error"));

    [Fact]
    public void The_documents_lead_to_one_another()
    {
        using var assertion = StrictJson.Parse(Writer.WriteSigned(Input.Award, Input.Ids).Utf8);
        using var badge = StrictJson.Parse(Writer.WriteBadgeClass(Input.Achievement, Issuer));
        using var issuer = StrictJson.Parse(Writer.WriteIssuer(Issuer, [Input.Ids.KeyUrl!]));
        using var key = StrictJson.Parse(Writer.WriteKey(Issuer, Input.Ids.KeyUrl!, "PEM"));
        Assert.Equal(Text(badge, "id"), Text(assertion, "badge"));
        Assert.Equal(Text(issuer, "id"), Text(badge, "issuer"));
        Assert.Equal(Text(issuer, "id"), Text(key, "owner"));
        Assert.Equal(Text(key, "id"), assertion.RootElement.GetProperty("verification").GetProperty("creator").GetString());
        Assert.Equal(Text(key, "id"), issuer.RootElement.GetProperty("publicKey")[0].GetString());
    }

    [Fact]
    public void No_name_address_birthday_or_identifier_of_the_recipient_is_in_an_assertion()
    {
        var text = Encoding.UTF8.GetString(Writer.WriteHosted(Input.Award, Input.Ids).Utf8.Span);
        var learner = Input.Proposal.Learner;
        foreach (var secret in (string[])[learner.FamilyName, learner.Email!, learner.Identifier!, Input.Ids.PublicId, "1990"])
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void An_award_without_addresses_cannot_take_the_form_and_each_element_is_named()
    {
        var award = GoldenInput.Read("minimal").Award;
        Assert.True(FormatList.TryGet("ob2", out var format));
        Assert.Empty(format.Missing(Input.Award, "/formats/1"));
        Assert.Equal(
            [
                new Refusal(RefusalCode.MissingField, "/formats/1", "The format ob2 needs the learner's e-mail address (/learner/email)."),
                new Refusal(RefusalCode.MissingField, "/formats/1", "The format ob2 needs an e-mail address of the issuer, which is set in its profile."),
            ],
            format.Missing(award with { Learner = award.Learner with { Email = null } }, "/formats/1"));
    }

    [Fact]
    public void An_assertion_is_not_signed_without_a_key() =>
        Assert.Throws<ArgumentException>(() => Writer.WriteSigned(Input.Award, Input.Ids with { KeyUrl = null }));

    private static void Is(string golden, ReadOnlyMemory<byte> actual, Schema? schema = null)
    {
        Golden.Equal($"open-badges-2/{golden}", actual.Span);
        using var document = StrictJson.Parse(actual);
        Assert.Empty(schema?.Validate(document.RootElement) ?? []);
        CanonicalRdf.RefuseUnsafe(document.RootElement);
    }

    private static string? Text(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetString();
}
