using System.Text;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Formats.Securing;

/// <summary>Every format from the award to the bytes that are stored: what was signed is confirmed, and nothing else is. Seals are <see cref="SealedDocumentTests"/>.</summary>
public sealed class SecuringTests
{
    private static readonly GoldenInput Input = GoldenInput.Read("assessed-micro-credential");

    private static readonly DateTimeOffset Now = Input.IssuedAt;

    public static TheoryData<string> Names => [.. FormatList.Names.Where(name => Of(name).Securing is not Seal)];

    public static TheoryData<string> Signed => [.. FormatList.Names.Where(name => Of(name).Securing.KeyAlgorithm is not null)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_signed_is_confirmed(string name)
    {
        using var key = KeyFor(name);
        var linted = Linted(name);
        linted.Confirm(Sign(linted, key).Utf8, MethodOf(key), Now);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_confirmed_after_any_byte_changed(string name)
    {
        using var key = KeyFor(name);
        var linted = Linted(name);
        var signed = Sign(linted, key).Utf8.ToArray();
        for (var i = 0; i < signed.Length; i += i < signed.Length - 300 ? 41 : 3)
        {
            var changed = signed.ToArray();
            changed[i] ^= 1;
            Assert.Throws<InvalidOperationException>(() => linted.Confirm(changed, MethodOf(key), Now));
        }

        Assert.Throws<InvalidOperationException>(() => linted.Confirm(signed.AsMemory(..^1), MethodOf(key), Now));
        Assert.Throws<InvalidOperationException>(() => linted.Confirm(Array.Empty<byte>(), MethodOf(key), Now));
    }

    [Theory]
    [MemberData(nameof(Signed))]
    public void Nothing_is_confirmed_by_the_key_of_another(string name)
    {
        using var key = KeyFor(name);
        using var other = KeyFor(name);
        var linted = Linted(name);
        var signed = Sign(linted, key).Utf8;
        Assert.Throws<InvalidOperationException>(() => linted.Confirm(signed, MethodOf(key)! with { Key = other!.PublicKey }, Now));
        Assert.Throws<InvalidOperationException>(() => linted.Confirm(signed, MethodOf(key)! with { Id = "https://elsewhere.example/key" }, Now));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_of_another_award_is_not_confirmed(string name)
    {
        using var key = KeyFor(name);
        var other = Linted(name, Input.Ids with { Salt = "AAAAAAAAAAAAAAAAAAAAAA" });
        var signed = Sign(other, key).Utf8;
        Assert.Throws<InvalidOperationException>(() => Linted(name).Confirm(signed, MethodOf(key), Now));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_of_another_kind_signs_nothing(string name)
    {
        using var p384 = NewKeys.Signing(KeyAlgorithm.P384);
        Assert.Throws<ArgumentException>(() => Sign(Linted(name), p384));
        if (Of(name).Securing.KeyAlgorithm is not null)
        {
            Assert.Throws<ArgumentException>(() => Sign(Linted(name), null));
        }
    }

    [Theory]
    [InlineData(",\"iat\":1")]
    [InlineData(",\"aud\":\"https://a.example\"")]
    [InlineData("")]
    public void A_JWT_with_other_claims_than_ours_is_not_confirmed_though_its_signature_is_right(string more)
    {
        using var key = KeyFor("ob3-jwt-es256");
        var linted = Linted("ob3-jwt-es256");
        Assert.True(CompactJws.TryParse(Sign(linted, key).Utf8.Span, out var jws, out _));
        var payload = Encoding.UTF8.GetString(jws.Payload.Span);
        var changed = more.Length > 0 ? payload[..^1] + more + "}" : payload.Replace($",\"sub\":\"{Input.Ids.SubjectId}\"", "", StringComparison.Ordinal);
        Assert.NotEqual(payload, changed);
        var signed = CompactJws.Sign(Encoding.UTF8.GetBytes(changed), key!, MethodOf(key)!.Id);
        Assert.Throws<InvalidOperationException>(() => linted.Confirm(signed, MethodOf(key), Now));
    }

    [Fact]
    public void A_signed_assertion_names_the_key_that_signed_it()
    {
        using var key = KeyFor("ob2-jwt");
        var linted = Linted("ob2-jwt", Input.Ids with { KeyUrl = Input.Ids.Urls.CryptographicKey("cove-romania", "rsa-2") });
        var signed = Sign(linted, key).Utf8;
        Assert.Throws<InvalidOperationException>(() => linted.Confirm(signed, MethodOf(key), Now));
    }

    [Fact]
    public void Only_what_is_signed_in_canonical_form_is_canonicalized()
    {
        Assert.All(FormatList.Names, name => Assert.Equal(name is "ob3" or "ob3-ecdsa", !Linted(name).Canonical.IsEmpty));
        Assert.Equal(Linted("ob3").Utf8, Linted("ob3-ecdsa").Utf8);
    }

    [Theory]
    [InlineData("ob3", "application/vc", "credential.json")]
    [InlineData("ob3-ecdsa", "application/vc", "credential-ecdsa.json")]
    [InlineData("ob3-jwt", "application/vc+jwt", "credential-rs256.jwt")]
    [InlineData("ob3-jwt-es256", "application/vc+jwt", "credential-es256.jwt")]
    [InlineData("ob2", "application/ld+json", "assertion.json")]
    [InlineData("ob2-jwt", "application/jose", "assertion.jws")]
    public void A_format_is_handed_out_as_what_it_is(string name, string mediaType, string fileName) =>
        Assert.Equal((mediaType, fileName), (Of(name).MediaType, Of(name).FileName));

    private static Format Of(string name) => FormatList.TryGet(name, out var format) ? format : throw new ArgumentException(name);

    private static LintedDocument Linted(string name, CredentialIds? ids = null)
    {
        var verdict = Linter.Lint(Of(name).Write(Input.Award, ids ?? Input.Ids));
        Assert.Empty(verdict.Findings);
        return verdict.Document!;
    }

    private static SigningKey? KeyFor(string name) => Of(name).Securing.KeyAlgorithm is { } algorithm ? NewKeys.Signing(algorithm) : null;

    // For an assertion the id of the key is the URL that it names.
    private static VerificationMethod? MethodOf(SigningKey? key) =>
        key is null ? null : new VerificationMethod(Input.Ids.KeyUrl!, Input.Ids.IssuerDid, key.PublicKey);

    private static SignedDocument Sign(LintedDocument linted, SigningKey? key) =>
        linted.Sign(key, new ProofOptions { VerificationMethod = Input.Ids.KeyUrl!, Created = Now });
}
