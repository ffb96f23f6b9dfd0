namespace Promote.Credentials.Proofs.Jades;

/// <summary>
/// The verdict on a seal: four facts that do not follow from each other. A forger makes an intact seal, an expired test authority an
/// anchored one; only the operator's word makes one qualified.
/// </summary>
public sealed record SealReport
{
    /// <summary>Signature and every time-stamp are over exactly these bytes.</summary>
    public required SealFact Intact { get; init; }

    /// <summary>A time-stamp over the signature verifies; the sentence says when and by whom.</summary>
    public required SealFact TimeStamped { get; init; }

    /// <summary>The certificate led to a configured trust anchor when the seal was made: at <see cref="ProvenAt"/>, else now.</summary>
    public required SealFact Anchored { get; init; }

    /// <summary>Intact, anchored at an anchor that the operator marked as qualified, with a certificate that says that it is one for qualified seals.</summary>
    public required SealFact Qualified { get; init; }

    /// <summary>The level by what is there, verified or not.</summary>
    public required SealLevel Level { get; init; }

    /// <summary>Every token, in the order of the document.</summary>
    public required IReadOnlyList<SealTimeStamp> TimeStamps { get; init; }

    /// <summary>The earliest instant at which an authority that is anchored saw the signature; null where none did.</summary>
    public DateTimeOffset? ProvenAt { get; init; }
}
