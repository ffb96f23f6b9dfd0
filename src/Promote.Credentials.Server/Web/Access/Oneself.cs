using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>
/// Whether what somebody asks for is about themselves, by what the request says of the learner and by what the issuer knows of them: a
/// name that is left out, or one that somebody had before they were merged, makes nobody else of a learner who has it.
/// </summary>
internal sealed class Oneself(CredentialsDb db, KnownLearners learners, KeyRing keyRing)
{
    /// <param name="client">Who asks.</param>
    /// <param name="learner">As the request names them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<Refusal?> WhyNotAsync(Client client, Learner learner, CancellationToken cancellationToken) => WhyNotAsync(client, [learner], cancellationToken);

    /// <summary>Whether one of many is the one who asks.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="named">As the request names them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Refusal?> WhyNotAsync(Client client, IReadOnlyList<Learner> named, CancellationToken cancellationToken) =>
        client.Email is null ? null
        : named.Select(learner => NotAboutOneself.WhyNot(client, learner)).FirstOrDefault(refusal => refusal is not null)
            ?? await WhyNotAsync(client, await learners.KnownByAsync(named.SelectMany(learner => keyRing.Hashes.LearnerLookups(client.IssuerId, learner)), cancellationToken), cancellationToken);

    /// <param name="client">Who asks.</param>
    /// <param name="learnerId">The learner of the issuer whom it is about.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<Refusal?> WhyNotAsync(Client client, string learnerId, CancellationToken cancellationToken) => WhyNotAsync(client, [learnerId], cancellationToken);

    /// <summary>Whether one of many is the one who asks.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="learnerIds">The learners of the issuer whom it is about.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Refusal?> WhyNotAsync(Client client, IReadOnlyCollection<string> learnerIds, CancellationToken cancellationToken) =>
        client.Email is null ? null : await WhyNotAsync(client, await learners.OneWithAsync(learnerIds, cancellationToken), cancellationToken);

    private async Task<Refusal?> WhyNotAsync(Client client, List<LearnerRow> known, CancellationToken cancellationToken)
    {
        if (known.Count == 0)
        {
            return null;
        }

        var own = NamesOf(client).ToList();
        var ids = known.ConvertAll(row => row.Id);
        return await db.LearnerLookups.AnyAsync(name => ids.Contains(name.LearnerId) && own.Contains(name.Lookup), cancellationToken)
            ? NotAboutOneself.Refusal
            : known.Select(learners.ProfileOf).OfType<Learner>().Select(profile => NotAboutOneself.WhyNot(client, profile)).FirstOrDefault(refusal => refusal is not null);
    }

    private IEnumerable<byte[]> NamesOf(Client client) =>
        client.Identifiers.Select(identifier => new Learner { GivenName = "", FamilyName = "", Identifier = identifier })
            .Append(new Learner { GivenName = "", FamilyName = "", Email = client.Email })
            .Select(name => keyRing.Hashes.Learner(client.IssuerId, name));
}
