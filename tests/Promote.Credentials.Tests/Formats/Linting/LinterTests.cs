using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Formats.Linting;

public sealed class LinterTests
{
    [Theory]
    [InlineData("assessed-micro-credential")]
    [InlineData("minimal")]
    [InlineData("several-languages")]
    public void A_golden_document_passes_and_brings_its_canonical_form(string name)
    {
        var utf8 = Golden.Read($"open-badges-3/{name}.json");
        var verdict = Linter.Lint(new Draft("ob3", utf8));
        Assert.Empty(verdict.Findings);
        Assert.True(verdict.Passed);
        Assert.Equal(utf8, verdict.Document.Utf8);
        Golden.Equal($"open-badges-3/{name}.nq", verdict.Document.Canonical.Span);
    }

    [Fact]
    public void A_signed_document_is_the_linted_one_and_its_proof_and_verifies()
    {
        using var key = DevelopmentKey.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "golden", "issuer-key.json")));
        var method = $"{DidKey.For(key.PublicKey)}#{key.PublicKey.Multikey}";
        var created = new DateTimeOffset(2026, 11, 20, 9, 30, 15, TimeSpan.Zero);
        var linted = Linter.Lint(new Draft("ob3", Golden.Read("open-badges-3/assessed-micro-credential.json"))).Document!;
        var signed = linted.Sign(key, new ProofOptions { VerificationMethod = method, Created = created });
        Golden.Equal("open-badges-3/assessed-micro-credential.signed.json", signed.Utf8.Span);

        using var document = StrictJson.Parse(signed.Utf8);
        var methods = new Dictionary<string, VerificationMethod> { [method] = new(method, DidKey.For(key.PublicKey), key.PublicKey) };
        var result = Assert.Single(DataIntegrityProof.Verify(document.RootElement, methods, new ProofVerificationOptions { Now = created }));
        Assert.True(result.Verified, result.Detail);
    }

    [Theory]
    [InlineData("{\"id\":1,\"id\":2}", "/id")]
    [InlineData("not JSON", "")]
    public void PC_L001_refuses_what_is_not_strict_JSON(string json, string pointer)
    {
        var verdict = Linter.Lint(new Draft("ob3", Encoding.UTF8.GetBytes(json)));
        Assert.False(verdict.Passed);
        Assert.Equal(("PC-L001", pointer), Only(verdict));
    }

    [Fact]
    public void PC_L002_refuses_what_the_schema_refuses()
    {
        var verdict = Lint(document => document.AsObject().Remove("validFrom"));
        Assert.Null(verdict.Document);
        Assert.Equal("PC-L002", Only(verdict).Id);
    }

    [Fact]
    public void PC_L003_refuses_a_term_that_no_context_defines()
    {
        Assert.Equal(("PC-L003", "/credentialSubject/achievement/eqfLevel"), Only(Lint(document => document.Achievement()["eqfLevel"] = 4)));
        Assert.Equal("PC-L003", Only(Lint(document => document.Achievement()["type"]!.AsArray().Add("MicroCredential"))).Id);
    }

    [Fact]
    public void No_finding_repeats_a_value_of_the_document()
    {
        var verdict = Lint(document =>
        {
            document["issuer"]!["name"] = "secret\u202E";
            document.Subject()["narrative"] = "lorem ipsum secret";
            document["evidence"]![0]!["id"] = "secret:1";
            document.Achievement()["secretless"] = "secret";
        });
        Assert.Equal(["PC-L013", "PC-L014", "PC-L018", "PC-L003"], verdict.Findings.Select(finding => finding.Id));
        Assert.All(verdict.Findings, finding => Assert.DoesNotContain("secret", finding.Message, StringComparison.Ordinal));
    }

    private static LintVerdict Lint(Action<JsonNode> change) => Linter.Lint(new Draft("ob3", LintSample.Changed(change)));

    private static (string Id, string Pointer) Only(LintVerdict verdict)
    {
        var finding = Assert.Single(verdict.Findings);
        return (finding.Id, finding.Pointer);
    }
}
