using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>
/// Whether what somebody asks for is about themselves, by what the request says of the learner and by what the issuer knows of them: an
/// address that is left out makes nobody else of a learner who has it.
/// </summary>
internal sealed class Oneself(CredentialsDb db, LearnerVault vault, KeyRing keyRing)
{
    /// <param name="client">Who asks.</param>
    /// <param name="learner">As the request names them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Refusal?> WhyNotAsync(Client client, Learner learner, CancellationToken cancellationToken)
    {
        if (client.Email is null || NotAboutOneself.WhyNot(client, learner) is not null)
        {
            return NotAboutOneself.WhyNot(client, learner);
        }

        var lookups = keyRing.Hashes.LearnerLookups(client.IssuerId, learner).ToList();
        var known = await db.Learners.AsNoTracking().Where(row => row.IssuerId == client.IssuerId && row.Lookup != null && lookups.Contains(row.Lookup)).ToListAsync(cancellationToken);
        foreach (var row in known)
        {
            using var key = vault.Open(row);
            if (key is not null && NotAboutOneself.WhyNot(client, StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, row.Id, row.Profile))) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
