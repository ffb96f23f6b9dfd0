using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("learners")]
[Index(nameof(IssuerId))]
internal sealed class LearnerRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>The learner whom staff found this one to be the same person as, and who is merged into nobody; null for somebody of their own.</summary>
    public string? MergedInto { get; set; }

    /// <summary>The learner's data key under a master key; null once the learner is erased: then nothing of theirs can be read again.</summary>
    [ConcurrencyCheck]
    public byte[]? WrappedKey { get; set; }

    /// <summary>Which master key wraps the data key.</summary>
    public required string KeyId { get; set; }

    /// <summary>Encrypted <see cref="Domain.Learners.Learner"/>, as last given; a name that was left out then is kept from before.</summary>
    public required byte[] Profile { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
