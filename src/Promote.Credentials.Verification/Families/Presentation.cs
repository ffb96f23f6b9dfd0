using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>A verifiable presentation: somebody shows credentials and proves to be who shows them. Its issuer is its holder.</summary>
internal sealed class Presentation : Family
{
    internal const string Kind = "presentation";

    internal override string Name => Kind;

    internal override string Standard => "Verifiable Credentials 2.0";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; } =
        [PresentationRules.Check, LinkedDataTerms.Check];

    internal override string? IssuerId(JsonElement document) =>
        document.IdOf("holder") ?? document.Each("proof").Select(proof => proof.Text("verificationMethod")).FirstOrDefault()?.Split('#')[0];

    /// <summary>VC 2.0 §3.3: who shows, authenticates; challenge and domain keep a presentation from being shown again elsewhere.</summary>
    internal override ProofVerificationOptions ProofOptions(VerificationRequest request) =>
        new() { Now = request.Now, ExpectedPurpose = "authentication", Challenge = request.Challenge, Domain = request.Domain };
}
