using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.IssuerKeys;

/// <summary>A key of an issuer as the API tells it.</summary>
/// <param name="Id">Its id in the API.</param>
/// <param name="Algorithm">What it computes with.</param>
/// <param name="Source">What holds its private part.</param>
/// <param name="Reference">How the source names it.</param>
/// <param name="PublicKey">Its public part as a Multikey.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="ActivatedAt">When it began to sign.</param>
/// <param name="ReplacedAt">When another key took its place.</param>
/// <param name="EndedAt">From when on a signature of it counts for nothing.</param>
internal sealed record IssuerKeyAnswer(
    string Id, KeyAlgorithm Algorithm, KeySource Source, string Reference, string PublicKey, IssuerKeyState State,
    DateTimeOffset CreatedAt, DateTimeOffset? ActivatedAt, DateTimeOffset? ReplacedAt, DateTimeOffset? EndedAt)
{
    public static IssuerKeyAnswer Of(IssuerKeyRow row) => new(
        row.Id, row.Algorithm, row.Source, row.Reference, row.PublicKey, row.State, row.CreatedAt, row.ActivatedAt, row.ReplacedAt, row.EndedAt);
}
