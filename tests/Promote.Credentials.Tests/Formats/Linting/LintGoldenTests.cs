using System.Text.Json;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonSchema;

namespace Promote.Credentials.Tests.Formats.Linting;

/// <summary>
/// Each rule has a pair in <c>tests/golden/lints</c>: a document that it accepts, as near to the edge as it gets, and one that
/// it alone finds something against. The file name says the format: <c>bad-purpose.ob3.json</c>.
/// </summary>
public sealed class LintGoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "golden", "lints");

    public static TheoryData<string> Rules => [.. Linter.Rules.Select(rule => rule.Id)];

    public static TheoryData<string> Good => [.. Paths("good")];

    public static TheoryData<string> Bad => [.. Paths("bad")];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_good_and_a_bad_document(string rule)
    {
        Assert.Contains(Paths("good"), file => file.StartsWith($"{rule}/", StringComparison.Ordinal));
        Assert.Contains(Paths("bad"), file => file.StartsWith($"{rule}/", StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_rules_have_one_id_and_no_document_is_of_no_rule()
    {
        var ids = Linter.Rules.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.True(ids.Count >= 30, "There are fewer than 30 rules.");
        Assert.Equal(ids.Order(StringComparer.Ordinal), Directory.GetDirectories(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Nothing_is_found_against_the_good_one(string file) => Assert.Empty(Linter.Lint(new Draft(FormatOf(file).Name, Read(file))).Findings);

    [Theory]
    [MemberData(nameof(Bad))]
    public void The_bad_one_is_found_by_its_rule_alone_though_the_schema_takes_it(string file)
    {
        using var document = StrictJson.Parse(Read(file));
        Assert.Empty(Violations(file, document.RootElement));
        Assert.Equal([file.Split('/')[0]], Linter.Find(FormatOf(file), document.RootElement).Select(finding => finding.Id).Distinct());
    }

    private static IEnumerable<string> Paths(string kind) =>
        Directory.GetFiles(Folder, $"{kind}*.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    private static DocumentForm FormatOf(string file)
    {
        Assert.True(DocumentForms.TryGet(file.Split('.')[1], out var form), file);
        return form;
    }

    private static IEnumerable<string> Violations(string file, JsonElement document) => FormatOf(file).Family switch
    {
        FormatFamily.OpenBadges3 => EmbeddedSchemas.OpenBadges3AchievementCredential.Validate(document).Select(violation => violation.Message),
        FormatFamily.OpenBadges2 => EmbeddedSchemas.OpenBadges2Assertion.Validate(document).Select(violation => violation.Message),
        FormatFamily.StatusList => [],
        FormatFamily.DataModel => DataModelRules.For(document).SelectMany(rule => rule(document)).Where(problem => problem.Severity == FormatSeverity.Error).Select(problem => problem.Message),
        _ => EdcValidation.Validate(document).Select(finding => finding.Message),
    };

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));
}
