using Promote.Credentials.Server.Assessments.Files;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Desk;

/// <summary>A place for a file in the form of an assessment: the file that is there, or the field that takes one.</summary>
/// <param name="Assessment">Id of the assessment.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="File">The file; null where none is.</param>
internal sealed record FileField(string Assessment, string Name, AssessmentFileAnswer? File)
{
    /// <summary>The media types that a browser offers to choose.</summary>
    public static string Accepted { get; } = string.Join(',', FileKind.All.Select(kind => kind.MediaType));

    /// <summary>How large a file is, with the symbols of the units, which are the same in every language.</summary>
    public static string SizeOf(AssessmentFileAnswer file, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Size < 1_000_000 ? $"{texts.Number(Math.Max(1, file.Size / 1000))} kB" : $"{texts.Number(Math.Round(file.Size / 1_000_000m, 1))} MB";
    }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "FileField ***";
}
