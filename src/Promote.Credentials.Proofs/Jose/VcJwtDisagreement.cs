namespace Promote.Credentials.Proofs.Jose;

/// <summary>A claim that does not repeat what the document says: where they differ, one reader believes the one and another the other.</summary>
/// <param name="Claim">The claim's name, such as <c>iss</c>.</param>
/// <param name="Member">The document's member that it stands for, such as <c>issuer.id</c>.</param>
/// <param name="IsMissing">Whether the claim is not there at all; else it says something else.</param>
public sealed record VcJwtDisagreement(string Claim, string Member, bool IsMissing)
{
    /// <summary>The same as a sentence.</summary>
    public override string ToString() => IsMissing ? $"The claim {Claim} is missing." : $"The claim {Claim} is not the document's {Member}.";
}
