using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Assessments;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("assessments")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(LearnerId))]
internal sealed class AssessmentRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required string AchievementId { get; init; }

    public required int AchievementVersion { get; init; }

    public required string LearnerId { get; init; }

    public required AssessmentKind Kind { get; init; }

    public required AssessmentState State { get; set; }

    /// <summary>Counts the changes.</summary>
    [ConcurrencyCheck]
    public required int Revision { get; set; }

    /// <summary>Everybody who opened, recorded or submitted it, with spaces between.</summary>
    public required string Authors { get; set; }

    /// <summary>Encrypted <see cref="RecordedAssessment"/>.</summary>
    public required byte[] Details { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was decided last.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who decided last.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When the award that follows from it was promised; a confirmed one without it waits for that.</summary>
    public DateTimeOffset? AwardedAt { get; set; }

    /// <summary>Everybody who wrote it.</summary>
    [NotMapped]
    public IReadOnlyCollection<string> AuthorList => Authors.Split(' ');
}
