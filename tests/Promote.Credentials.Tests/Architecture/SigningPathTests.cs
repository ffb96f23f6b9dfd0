using System.Xml.Linq;

namespace Promote.Credentials.Tests.Architecture;

/// <summary>There is one way to a signature: linter, linted document, suite, key.</summary>
public sealed class SigningPathTests
{
    private const string Proofs = "Promote.Credentials.Proofs.";
    private const string Securing = "Promote.Credentials.Formats.Securing.";
    private const string LintedDocument = "Promote.Credentials.Formats.Linting.LintedDocument";

    [Fact]
    public void Only_the_making_of_a_proof_calls_a_signing_key() =>
        Assert.Equal([Proofs + "DataIntegrity.DataIntegrityProof", Proofs + "Jades.SealKey", Proofs + "Jose.JwsSignatureProvider"], CallersOf(Proofs + "Keys.SigningKey", "Sign"));

    [Fact]
    public void Only_the_securing_of_a_format_asks_for_a_JWS()
    {
        Assert.Equal([Securing + "VcJwtProof"], CallersOf(Proofs + "Jose.VcJwt", "Sign"));
        Assert.Equal([Securing + "SignedAssertion", Securing + "VcJoseProof", Proofs + "Jose.VcJwt"], CallersOf(Proofs + "Jose.CompactJws", "Sign"));
        Assert.Equal([Proofs + "Jose.CompactJws"], CallersOf(Proofs + "Jose.JwsWriter", "Write"));
    }

    [Fact]
    public void Only_the_securing_of_a_format_asks_for_a_seal()
    {
        Assert.Equal([Proofs + "Jades.JadesSeal"], CallersOf(Proofs + "Jades.SealKey", "Sign"));
        Assert.All(CallersOf(Proofs + "Jades.JadesSeal", "Sign"), caller => Assert.StartsWith(Securing, caller, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_securing_of_a_format_asks_for_a_first_proof() =>
        Assert.Equal([Securing + "EmbeddedProof"], CallersOf(Proofs + "DataIntegrity.DataIntegrityProof", "Secure"));

    [Fact]
    public void Only_a_linted_document_calls_the_securing_of_its_format()
    {
        string[] mechanisms = [.. CompiledCode.All.SelectMany(code => code.Uses).Select(use => use.To).Where(to => to.StartsWith(Securing, StringComparison.Ordinal)).Distinct()];
        Assert.Contains(Securing + "SecuringMechanism", mechanisms);
        Assert.Equal([LintedDocument], mechanisms.SelectMany(mechanism => CallersOf(mechanism, "Sign")).Distinct());
    }

    [Fact]
    public void Nobody_adds_a_proof_to_a_signed_document() =>
        Assert.Empty(CallersOf(Proofs + "DataIntegrity.DataIntegrityProof", "Next"));

    [Fact]
    public void Only_the_linter_makes_a_linted_document()
    {
        Assert.Empty(CallersOf(LintedDocument, ".ctor"));
        Assert.Equal(["Promote.Credentials.Formats.Linting.Linter"], CallersOf(LintedDocument, "Check"));
    }

    [Fact]
    public void Only_the_issuing_of_a_credential_signs_a_linted_document() =>
        Assert.All(CallersOf(LintedDocument, "Sign"), caller => Assert.StartsWith("Promote.Credentials.Server.Issuing.", caller, StringComparison.Ordinal));

    [Fact]
    public void Only_keys_reach_the_library_that_computes_signatures()
    {
        IEnumerable<string> users = CompiledCode.All.SelectMany(code => code.Uses)
            .Where(use => use.To == Proofs + "Ed25519.IEd25519Key")
            .Select(use => use.From)
            .Where(type => !type.StartsWith(Proofs + "Ed25519.", StringComparison.Ordinal));
        Assert.All(users, type => Assert.StartsWith(Proofs + "Keys.", type, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_keys_reach_a_private_key_in_memory() => Assert.All(
        CompiledCode.All.SelectMany(code => code.Uses).Where(use => use.To == Proofs + "Keys.PrivateKey").Select(use => use.From),
        type => Assert.StartsWith(Proofs + "Keys.", type, StringComparison.Ordinal));

    [Fact]
    public void The_internals_of_Proofs_are_open_to_Formats_and_the_tests_alone()
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Root, "src", "Promote.Credentials.Proofs", "Promote.Credentials.Proofs.csproj"));
        Assert.Equal(
            ["Promote.Credentials.Formats", "Promote.Credentials.Tests"],
            project.Descendants("InternalsVisibleTo").Select(element => (string)element.Attribute("Include")!).Order());
    }

    private static IEnumerable<string> CallersOf(string type, string member) => CompiledCode.All
        .SelectMany(code => code.Uses)
        .Where(use => use.To == type && use.Member == member)
        .Select(use => use.From)
        .Distinct()
        .Order();
}
