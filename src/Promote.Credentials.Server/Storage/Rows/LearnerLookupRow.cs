using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A name by which an issuer knows a learner: an identifier of a platform, or an address. It is one learner's.</summary>
[Table("learner_lookups")]
[PrimaryKey(nameof(Lookup))]
[Index(nameof(LearnerId))]
internal sealed class LearnerLookupRow
{
    /// <summary>Keyed hash of the identifier or the e-mail address, and of the issuer: one person has another at each.</summary>
    public required byte[] Lookup { get; init; }

    /// <summary>Whose it is, as they were when they were first called so: since then they may have been merged into somebody.</summary>
    public required string LearnerId { get; init; }
}
