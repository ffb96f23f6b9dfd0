using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What is to be awarded.</summary>
/// <param name="Award">The award.</param>
/// <param name="Version">Of what.</param>
/// <param name="Issuer">By whom.</param>
/// <param name="SealKey">What seals it; null where no form is sealed.</param>
internal sealed record DecidedAward(Award Award, AchievementVersion Version, Issuer Issuer, SealKey? SealKey);
