using Promote.Credentials.Domain.Issuers;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One mandatory element of a micro-credential (Council Recommendation 2022/C 243/02, Annex I).</summary>
/// <param name="Name">What the Recommendation calls it.</param>
/// <param name="Pointer">RFC 6901 pointer to the member of an achievement that says it; empty where an achievement has none.</param>
/// <param name="IsThere">Whether it will stand in a credential for this achievement by this issuer.</param>
public sealed record AnnexIElement(string Name, string Pointer, Func<AchievementContent, Issuer, bool> IsThere);
