namespace Promote.Credentials.Proofs.Jades;

/// <summary>One thing that holds of a seal or does not.</summary>
/// <param name="Holds">Whether it does.</param>
/// <param name="Sentence">For people: why.</param>
public sealed record SealFact(bool Holds, string Sentence);
