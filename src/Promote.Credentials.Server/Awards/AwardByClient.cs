using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Awards;

/// <summary>Awards in the name of a client, for the API and for the desk: never to oneself, and past a policy only for who may vouch.</summary>
internal sealed class AwardByClient(IssueCredential issue, Oneself oneselves)
{
    /// <param name="client">Who awards.</param>
    /// <param name="achievementId">What.</param>
    /// <param name="proposal">To whom, and with what.</param>
    /// <param name="token">What makes a repeated request the same one; null when there is none.</param>
    /// <param name="cancellationToken">Counts until the intent is stored.</param>
    public async Task<Decision<IssuedAward>> RunAsync(Client client, string achievementId, AwardProposal proposal, IdempotencyToken? token, CancellationToken cancellationToken) =>
        await oneselves.WhyNotAsync(client, proposal.Learner, cancellationToken) is { } oneself
            ? oneself
            : await issue.RunAsync(proposal with { Vouched = client.Scopes.Contains(Scope.AwardsVouch) }, client.IssuerId, achievementId, token, client.KeyId, succession: null, cancellationToken);
}
