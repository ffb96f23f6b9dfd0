using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>The seal of an issuer at an instant, or why there is none.</summary>
/// <param name="Standing">Why, where there is none.</param>
/// <param name="Key">The seal; null unless it is valid.</param>
/// <param name="Source">Where it is.</param>
/// <param name="Reference">How its source names it, to open the same one again.</param>
/// <param name="Sentence">For people who can change it.</param>
internal sealed record IssuerSeal(SealStanding Standing, SealKey? Key, KeySource Source, string Reference, string Sentence)
{
    [MemberNotNullWhen(true, nameof(Key))]
    public bool IsValid => Standing == SealStanding.Valid;

    public static IssuerSeal Without(SealStanding standing, string sentence) => new(standing, null, default, "", sentence);
}
