using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>A file as the API tells of it.</summary>
/// <param name="Id">What evidence and items of a portfolio name it by.</param>
/// <param name="Name">What the assessor calls it.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Sha256">Of its bytes, hexadecimal.</param>
/// <param name="CreatedAt">When it was sent.</param>
internal sealed record AssessmentFileAnswer(string Id, string Name, string MediaType, long Size, string Sha256, DateTimeOffset CreatedAt)
{
    public static AssessmentFileAnswer Of(AssessmentFileRow row, FileDetails details) => new(row.Id, details.Name, row.MediaType, row.Size, details.Sha256, row.CreatedAt);

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "AssessmentFileAnswer ***";
}
