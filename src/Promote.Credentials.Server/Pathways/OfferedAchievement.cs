using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Pathways;

/// <summary>An achievement that can be taken into a pathway.</summary>
/// <param name="Achievement">The achievement.</param>
/// <param name="Issuer">Whose it is, by language; null where it is the issuer's own.</param>
internal sealed record OfferedAchievement(PathwayAchievement Achievement, LanguageMap? Issuer);
