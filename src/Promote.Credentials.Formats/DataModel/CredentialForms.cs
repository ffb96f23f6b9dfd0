using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>Every way to sign a credential that a platform wrote itself (VC-API). Nobody can ask for an award in them.</summary>
public static class CredentialForms
{
    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<CredentialForm> All { get; } =
    [
        Embedded("vc-eddsa-rdfc", new EddsaRdfc2022(), KeyAlgorithm.Ed25519),
        Embedded("vc-eddsa-jcs", new EddsaJcs2022(), KeyAlgorithm.Ed25519),
        Embedded("vc-ecdsa-rdfc-p256", new EcdsaRdfc2019(), KeyAlgorithm.P256),
        Embedded("vc-ecdsa-rdfc-p384", new EcdsaRdfc2019(), KeyAlgorithm.P384),
        new() { Name = "vc-jwt-es256", Family = FormatFamily.DataModel, Securing = new VcJoseProof(KeyAlgorithm.P256) },
    ];

    private static CredentialForm Embedded(string name, Cryptosuite suite, KeyAlgorithm algorithm) => new()
    {
        Name = name,
        Family = FormatFamily.DataModel,
        Securing = new EmbeddedProof(suite, algorithm),
        Cryptosuite = suite.Name,
    };
}
