using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("learners")]
[Index(nameof(IssuerId), nameof(Lookup), IsUnique = true)]
internal sealed class LearnerRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>Keyed hash of the identifier or the e-mail address; null once the learner is erased.</summary>
    public byte[]? Lookup { get; set; }

    /// <summary>The learner's data key under a master key; null once the learner is erased: then nothing of theirs can be read again.</summary>
    public byte[]? WrappedKey { get; set; }

    /// <summary>Which master key wraps the data key.</summary>
    public required string KeyId { get; set; }

    /// <summary>Encrypted <see cref="Domain.Learners.Learner"/>, as last given.</summary>
    public required byte[] Profile { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
