using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Esco;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Everything that stands against a profile, in itself and in what it names.</summary>
internal sealed class ProfileCheck(CredentialsDb db, KnownConcepts esco)
{
    public async Task<List<Refusal>> RunAsync(string issuerId, ProfileContent content, CancellationToken cancellationToken)
    {
        var issuer = StoredJson.Read<Issuer>(await db.Issuers.Where(row => row.Id == issuerId).Select(row => row.Profile).SingleAsync(cancellationToken));
        return ProfileRules.Check(content, issuer.PrimaryLanguage) is { Count: > 0 } refusals
            ? [.. refusals]
            : await esco.WhyNotAsync(ProfileRules.EscoIn(content), cancellationToken);
    }
}
