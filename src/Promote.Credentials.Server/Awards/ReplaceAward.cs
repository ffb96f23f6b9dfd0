using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Awards;

/// <summary>
/// Issues a corrected award in the place of another, which is revoked in the same commit: what the request does not say is
/// taken over as it was recorded. The learner gets a new link.
/// </summary>
internal sealed class ReplaceAward(CredentialsDb db, LearnerVault vault, IssueCredential issue, Oneself oneselves, PromoteSettings settings) : ControllerBase
{
    private const string DefaultReason = "Replaced";

    [HttpPost("/api/v1/awards/{id}/replace"), Access(Scope.AwardsWrite), Access(Scope.AwardsRevoke)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] Correction body, CancellationToken cancellationToken)
    {
        if (!IdempotencyHeader.TryRead(HttpContext, out var token, $"replace {id}\n"))
        {
            return new Refused(IdempotencyHeader.Refusal);
        }

        var client = HttpContext.Client;
        if (await RecordedAward.FindAsync(db, vault, client.IssuerId, id, cancellationToken) is not { } recorded)
        {
            return Refused.NotFound();
        }

        if (body.Reason is not null && StatusReason.Check(body.Reason) is { Count: > 0 } wrong)
        {
            return new Refused(wrong);
        }

        if (recorded.Proposal is not { } old)
        {
            return new Refused(RefusalCode.WrongState, "", "The learner was erased: nothing is left to be corrected.");
        }

        // Who it was for and who it will be for: nobody corrects the own one into somebody else's.
        if ((await oneselves.WhyNotAsync(client, old.Learner, cancellationToken)
            ?? (body.Learner is { } named ? await oneselves.WhyNotAsync(client, named, cancellationToken) : null)) is { } oneself)
        {
            return new Refused(oneself);
        }

        var succession = new Succession(SuccessionKind.Replacement, id, recorded.Row.AchievementVersion, body.Reason ?? DefaultReason);
        var decision = await issue.RunAsync(body.Over(old), client.IssuerId, recorded.Row.AchievementId, token, client.KeyId, succession, cancellationToken);
        return decision.Granted ? IssuedAnswer.Of(decision.Value, settings) : new Refused(decision.Refusals);
    }

    /// <summary>What is different now.</summary>
    internal sealed record Correction
    {
        public Learner? Learner { get; init; }

        public DateTimeOffset? AwardedOn { get; init; }

        public DateTimeOffset? ValidFrom { get; init; }

        public DateTimeOffset? ValidUntil { get; init; }

        public Activity? Activity { get; init; }

        public IReadOnlyList<Result>? Results { get; init; }

        public IReadOnlyList<Evidence>? Evidence { get; init; }

        public string? Narrative { get; init; }

        public IReadOnlyList<string>? Formats { get; init; }

        public bool? Notify { get; init; }

        /// <summary>Why, for everybody to read.</summary>
        public string? Reason { get; init; }

        public AwardProposal Over(AwardProposal old) => old with
        {
            Learner = Learner ?? old.Learner,
            AwardedOn = AwardedOn ?? old.AwardedOn,
            ValidFrom = ValidFrom ?? old.ValidFrom,
            ValidUntil = ValidUntil ?? old.ValidUntil,
            Activity = Activity ?? old.Activity,
            Results = Results ?? old.Results,
            Evidence = Evidence ?? old.Evidence,
            Narrative = Narrative ?? old.Narrative,
            Formats = Formats ?? old.Formats,
            Notify = Notify ?? old.Notify,
        };

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "Correction ***";
    }
}
