using System.Security.Cryptography;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage;

/// <summary>What an award was made from, as the issuer recorded it.</summary>
internal static class RecordedProposal
{
    /// <summary>Reads it; null once the learner is erased, or when what is stored is not what was written.</summary>
    public static AwardProposal? Read(LearnerVault vault, LearnerRow learner, AwardRow award)
    {
        using var key = vault.Open(learner);
        try
        {
            return key is null ? null : StoredJson.Read<AwardProposal>(key.Decrypt(LearnerKey.Column.AwardDetails, award.Id, award.Details));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
