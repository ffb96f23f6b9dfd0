using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>The keys of the learners, and of documents that platforms wrote. Each has one of their own; forgetting it makes everything about them unreadable, in backups too.</summary>
internal sealed class LearnerVault(MasterKeys master)
{
    /// <summary>Id of the master key that wraps new learners' keys.</summary>
    public string KeyId => master.CurrentId;

    /// <summary>A new key for a new learner, and the form in which its row keeps it.</summary>
    public LearnerKey New(string learnerId, out byte[] wrapped)
    {
        var key = RandomNumberGenerator.GetBytes(SealedBytes.KeyBytes);
        wrapped = master.Wrap(key, Place(learnerId));
        return new LearnerKey(key);
    }

    /// <summary>The key of a learner; null once the learner is erased. The caller disposes of it.</summary>
    public LearnerKey? Open(LearnerRow learner) => Open(learner.Id, learner.KeyId, learner.WrappedKey);

    /// <inheritdoc cref="Open(LearnerRow)"/>
    public LearnerKey? Open(string learnerId, string keyId, byte[]? wrappedKey) =>
        wrappedKey is null ? null : new LearnerKey(master.Unwrap(keyId, wrappedKey, Place(learnerId)));

    private static byte[] Place(string learnerId) => Encoding.ASCII.GetBytes($"learners.wrapped_key:{learnerId}");
}
