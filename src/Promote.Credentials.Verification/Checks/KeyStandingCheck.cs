using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Checks;

/// <summary>
/// PC-V008: a key that its owner gave up or lost counts for what was signed before, when that can be proven. The date inside a
/// proof proves nothing: whoever has the key writes it. The record of this service does.
/// </summary>
internal sealed class KeyStandingCheck() : Check("PC-V008", CheckIds.KeyStanding, "Signing key")
{
    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var ended = candidate.Keys.All.Select(key => key.Method?.Revoked).Min();
        if (ended is not { } since)
        {
            return null;
        }

        var record = await candidate.OwnRecordAsync(cancellationToken);
        var finding = record is { State: OwnRecordState.Kept, IssuedAt: { } issuedAt } && issuedAt < since
            ? Finding.Warning("keyStanding.before", $"The key that signed has not been in use since {Instants.Sentence(since)}, and this credential is on record from before that.")
            : Finding.Failed("keyStanding.after", $"The key that signed has not been trusted since {Instants.Sentence(since)}, and nothing shows that this credential is from before. Somebody else may have signed it.");
        return finding.With("since", since);
    }
}
