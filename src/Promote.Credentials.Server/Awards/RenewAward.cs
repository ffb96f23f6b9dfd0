using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Awards;

/// <summary>Awards the same achievement to the same learner again, in the version that is in force, with a validity of its own. The older award stays as it is.</summary>
internal sealed class RenewAward(CredentialsDb db, LearnerVault vault, IssueCredential issue, Oneself oneselves, PromoteSettings settings) : ControllerBase
{
    [HttpPost("/api/v1/awards/{id}/renew"), Access(Scope.AwardsWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] Renewal body, CancellationToken cancellationToken)
    {
        if (!IdempotencyHeader.TryRead(HttpContext, out var token, $"renew {id}\n"))
        {
            return new Refused(IdempotencyHeader.Refusal);
        }

        var client = HttpContext.Client;
        if (await RecordedAward.FindAsync(db, vault, client.IssuerId, id, cancellationToken) is not { } recorded)
        {
            return Refused.NotFound();
        }

        if (recorded.Proposal is not { } old)
        {
            return new Refused(RefusalCode.WrongState, "", "The learner was erased: there is nobody to award again.");
        }

        if (await oneselves.WhyNotAsync(client, old.Learner, cancellationToken) is { } oneself)
        {
            return new Refused(oneself);
        }

        var succession = new Succession(SuccessionKind.Renewal, id, Version: null, Reason: null);
        var decision = await issue.RunAsync(body.After(old) with { Assessment = null, Vouched = client.Scopes.Contains(Scope.AwardsVouch) }, client.IssuerId, recorded.Row.AchievementId, token, client.KeyId, succession, cancellationToken);
        return decision.Granted ? IssuedAnswer.Of(decision.Value, settings) : new Refused(decision.Refusals);
    }

    /// <summary>What the new award is based on. Results, evidence and narrative are taken over where nothing newer is given.</summary>
    internal sealed record Renewal
    {
        public required DateTimeOffset AwardedOn { get; init; }

        public DateTimeOffset? ValidFrom { get; init; }

        public DateTimeOffset? ValidUntil { get; init; }

        public Activity? Activity { get; init; }

        public IReadOnlyList<Result>? Results { get; init; }

        public IReadOnlyList<Evidence>? Evidence { get; init; }

        public string? Narrative { get; init; }

        public IReadOnlyList<string>? Formats { get; init; }

        public bool? Notify { get; init; }

        public AwardProposal After(AwardProposal old) => old with
        {
            AwardedOn = AwardedOn,
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            Activity = Activity ?? old.Activity,
            Results = Results ?? old.Results,
            Evidence = Evidence ?? old.Evidence,
            Narrative = Narrative ?? old.Narrative,
            Formats = Formats ?? old.Formats,
            Notify = Notify ?? old.Notify,
        };

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "Renewal ***";
    }
}
