using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>No signature: a reader trusts what the issuer's own server answers under the document's id (Open Badges 2.0, HostedBadge).</summary>
public sealed class Hosted : SecuringMechanism
{
    /// <inheritdoc/>
    public override KeyAlgorithm? KeyAlgorithm => null;

    internal override ReadOnlyMemory<byte> Sign(LintedDocument linted, SigningKey? key, ProofOptions options) => linted.Utf8;

    /// <inheritdoc/>
    public override void Confirm(ReadOnlyMemory<byte> signed, LintedDocument linted, VerificationMethod? method, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(linted);
        if (!signed.Span.SequenceEqual(linted.Utf8.Span))
        {
            throw NotTheLintedOne();
        }
    }
}
