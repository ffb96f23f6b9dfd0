namespace Promote.Credentials.Server.Issuing.Seals;

/// <summary>A token for a seal, or why there is none.</summary>
/// <param name="Failure">Null where there is one.</param>
/// <param name="Token">The token in DER, for <see cref="Proofs.Jades.JadesSeal.WithSignatureTimeStamp"/>.</param>
/// <param name="Detail">A sentence for the operator.</param>
internal sealed record TimeStampResult(TimeStampFailure? Failure, ReadOnlyMemory<byte> Token, string Detail)
{
    public static TimeStampResult Failed(TimeStampFailure failure, string detail) => new(failure, default, detail);
}
