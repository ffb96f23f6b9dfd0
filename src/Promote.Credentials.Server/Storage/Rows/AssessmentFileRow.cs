using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A file of an assessment, such as a scanned page.</summary>
[Table("assessment_files")]
[Index(nameof(AssessmentId), nameof(Place), IsUnique = true)]
internal sealed class AssessmentFileRow
{
    public required string Id { get; init; }

    public required string AssessmentId { get; init; }

    /// <summary>Counts from 0, so that an assessment has only so many.</summary>
    public required int Place { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Encrypted <see cref="FileDetails"/>; null until the file is complete.</summary>
    public byte[]? Details { get; set; }

    public long Size { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it is being sent.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
}
