using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Some of the bytes of a file, encrypted with the learner's key for this place in this file.</summary>
[Table("assessment_file_parts")]
[PrimaryKey(nameof(FileId), nameof(Number))]
internal sealed class AssessmentFilePartRow
{
    public required string FileId { get; init; }

    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}
