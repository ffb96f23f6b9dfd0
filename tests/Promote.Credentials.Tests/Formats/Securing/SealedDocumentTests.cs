using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Tests.Proofs.Jades;

namespace Promote.Credentials.Tests.Formats.Securing;

/// <summary>A European Digital Credential from the award to the bytes that are stored: what was sealed is confirmed, and nothing else is.</summary>
public sealed class SealedDocumentTests
{
    private static readonly GoldenInput Input = GoldenInput.Read("assessed-micro-credential");

    private static readonly DateTimeOffset Now = Input.IssuedAt;

    [Theory]
    [InlineData(DevelopmentSeals.Rsa)]
    [InlineData(DevelopmentSeals.P256)]
    public void What_was_sealed_is_confirmed_and_nothing_after_a_byte_changed(string name)
    {
        using var key = DevelopmentSeals.Open(name);
        var linted = Linted(key);
        var sealedDocument = linted.Seal(key, Now).Utf8.ToArray();
        linted.Confirm(sealedDocument, Seal.MethodOf(key), Now);
        for (var i = 0; i < sealedDocument.Length; i += i < sealedDocument.Length - 3000 ? 4001 : 97)
        {
            var changed = sealedDocument.ToArray();
            changed[i] ^= 1;
            Assert.Throws<InvalidOperationException>(() => linted.Confirm(changed, Seal.MethodOf(key), Now));
        }
    }

    [Fact]
    public void A_document_of_another_award_is_not_confirmed()
    {
        using var key = DevelopmentSeals.Open(DevelopmentSeals.P256);
        var other = Linted(key, ids => ids with { EuropassId = CredentialIds.NewEuropassId() }).Seal(key, Now);
        Assert.Throws<InvalidOperationException>(() => Linted(key).Confirm(other.Utf8, Seal.MethodOf(key), Now));
    }

    [Fact]
    public void A_seal_of_another_certificate_is_not_confirmed()
    {
        using var key = DevelopmentSeals.Open(DevelopmentSeals.P256);
        using var other = DevelopmentSeals.Open(DevelopmentSeals.Rsa);
        var linted = Linted(key);
        Assert.Throws<InvalidOperationException>(() => linted.Confirm(linted.Seal(other, Now).Utf8, Seal.MethodOf(key), Now));
    }

    [Fact]
    public void A_document_that_names_another_organisation_than_the_certificate_is_not_confirmed()
    {
        using var key = DevelopmentSeals.Open(DevelopmentSeals.P256);
        var linted = Linted(key, ids => ids with { Seal = key.Subject with { Organisation = "Another TEST organisation" } });
        Assert.Throws<InvalidOperationException>(() => linted.Confirm(linted.Seal(key, Now).Utf8, Seal.MethodOf(key), Now));
    }

    [Fact]
    public void A_bare_key_seals_nothing_and_a_seal_signs_no_Open_Badge()
    {
        using var key = DevelopmentSeals.Open(DevelopmentSeals.P256);
        var linted = Linted(key);
        Assert.Throws<InvalidOperationException>(() => linted.Sign(null, new ProofOptions { VerificationMethod = "urn:any", Created = Now }));
        Assert.True(FormatList.TryGet(FormatList.OpenBadges3, out var openBadges));
        Assert.Throws<InvalidOperationException>(() => Linter.Lint(openBadges.Write(Input.Award, Input.Ids)).Document!.Seal(key, Now));
    }

    [Fact]
    public void It_is_handed_out_as_what_it_is()
    {
        Assert.True(FormatList.TryGet(FormatList.Europass, out var format));
        Assert.Equal(("application/jose+json", "europass.jsonld"), (format.MediaType, format.FileName));
        Assert.Throws<ArgumentException>(() => format.Write(Input.Award, Input.Ids with { Seal = null }));
    }

    private static LintedDocument Linted(SealKey key, Func<CredentialIds, CredentialIds>? change = null)
    {
        Assert.True(FormatList.TryGet(FormatList.Europass, out var format));
        var ids = Input.Ids with { Seal = key.Subject };
        var verdict = Linter.Lint(format.Write(Input.Award, change?.Invoke(ids) ?? ids));
        Assert.Empty(verdict.Findings);
        return verdict.Document!;
    }
}
