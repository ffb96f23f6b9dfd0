using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What stands against an award before anything is written: the rules of awards, what a format lacks, prerequisites and the seal.</summary>
internal sealed class DecideAward(Prerequisites prerequisites, SealForAward seals, PlanForms planForms)
{
    /// <param name="proposal">What is asked for.</param>
    /// <param name="issuer">By whom.</param>
    /// <param name="version">Of what.</param>
    /// <param name="isFirst">Whether nobody was asked for prerequisites before.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the search for what the learner holds.</param>
    /// <exception cref="SettingsException">A seal cannot be opened.</exception>
    public async Task<Decision<DecidedAward>> RunAsync(AwardProposal proposal, Issuer issuer, AchievementVersion version, bool isFirst, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decision = Award.Decide(proposal, issuer, version, FormatList.Names, now);
        if (!decision.Granted)
        {
            return new List<Refusal>(decision.Refusals);
        }

        if (Missing(proposal, decision.Value) is { Count: > 0 } missing)
        {
            return missing;
        }

        if (isFirst && await prerequisites.MissingAsync(issuer.Id, proposal.Learner, version.Content.Policy, issuer.PrimaryLanguage, "/achievement", cancellationToken) is { Count: > 0 } lacking)
        {
            return lacking;
        }

        var (sealKey, sealRefusal) = seals.Choose(issuer, proposal.Formats, now);
        return sealRefusal is null ? new DecidedAward(decision.Value, version, issuer, sealKey) : sealRefusal;
    }

    /// <summary>What stands against an award that is not issued yet. A key or a seal that is not here now may be there again when it is.</summary>
    /// <param name="keysRevision">Which of the issuer's keys are in force.</param>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<TriedAward> TryAsync(
        AwardProposal proposal, Issuer issuer, int keysRevision, AchievementVersion version, bool isFirst, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var decision = await RunAsync(proposal, issuer, version, isFirst, now, cancellationToken);
            return decision.Granted
                ? new([], decision.Value.Award, await planForms.TryAsync(proposal, decision.Value, keysRevision, cancellationToken))
                : TriedAward.Refused([.. decision.Refusals]);
        }
        catch (Exception away) when (away is SettingsException or KeyUnavailableException)
        {
            return TriedAward.Refused([]);
        }
    }

    private static List<Refusal> Missing(AwardProposal proposal, Award award) =>
    [
        .. from format in PlanForms.FormsOf(proposal)
           from refusal in format.Missing(award, JsonPointer.Append("/formats", Math.Max(0, proposal.Formats.ToList().IndexOf(format.Name))))
           select refusal,
    ];
}
