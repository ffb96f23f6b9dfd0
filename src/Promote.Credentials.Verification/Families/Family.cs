using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>A kind of document, with what its standard says differently from the others.</summary>
internal abstract class Family
{
    /// <summary>Short name, as it stands in JSON.</summary>
    internal abstract string Name { get; }

    /// <summary>The standard's name, for people.</summary>
    internal abstract string Standard { get; }

    /// <summary>The rules of its format: each looks at the whole document and never throws.</summary>
    internal abstract IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; }

    /// <summary>The member that says from when it is valid.</summary>
    internal virtual string ValidFrom => "validFrom";

    /// <summary>The member that says until when.</summary>
    internal virtual string ValidUntil => "validUntil";

    /// <summary>The issuer's id in a document; null where there is none.</summary>
    internal virtual string? IssuerId(JsonElement document) => document.IdOf("issuer");

    /// <summary>What its proofs have to say.</summary>
    internal virtual ProofVerificationOptions ProofOptions(VerificationRequest request) => new() { Now = request.Now };
}
