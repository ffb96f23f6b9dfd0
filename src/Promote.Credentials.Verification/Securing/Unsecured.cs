namespace Promote.Credentials.Verification.Securing;

/// <summary>Nothing: anybody could have written it.</summary>
internal sealed class Unsecured : SecuringMechanism
{
    internal override string Name => "none";

    internal override Finding JudgeIntegrity(Candidate candidate) =>
        Finding.Failed("proof.missing", "The document carries no digital signature, so anybody could have written it.");
}
