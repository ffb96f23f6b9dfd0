using Promote.Credentials.Formats.Europass;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A grade is there in every language of the document: a viewer in another language would show an assessment without a result.</summary>
internal sealed class GradesSay() : LintRule("PC-L072", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var languages = DocumentLanguages.Of(input.Root).ToList();
        return from node in input.Nodes
               where node.Type == "LearningAssessment"
               let grade = Member(Member(node.Value, "grade"), "noteLiteral")
               where languages.Exists(language => Text(grade, language) is null)
               select Finding(JsonPointer.Append(node.Pointer, "grade"), "Give the grade in every language of the document.");
    }
}
