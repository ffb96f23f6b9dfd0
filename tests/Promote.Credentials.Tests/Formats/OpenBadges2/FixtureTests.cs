using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.JsonSchema;

namespace Promote.Credentials.Tests.Formats.OpenBadges2;

/// <summary>The fixtures of the 1EdTech validator for Open Badges 2.0, as far as one document alone can be judged.</summary>
public sealed class FixtureTests
{
    // Wrong in time, not in form: the index says INVALID.
    private const string Expired = "ob20/basic-assertion-expired.json";

    // A file of no bytes: where the fixtures say a context, it stands inside them.
    private const string Empty = "ob20/assets/openbadges_context.json";

    private static readonly Dictionary<string, string> Unsafe = new()
    {
        ["ob20/assets/badgeclass-with-language.json"] = JsonLdErrorCode.DroppedValue, // @language on an object
        ["ob20/assets/badgecriteria.json"] = JsonLdErrorCode.UndefinedTerm, // no context at all
        ["ob20/basic-assertion-invalid-type.json"] = JsonLdErrorCode.UndefinedType,
    };

    public static TheoryData<string> Judged => [.. Index().Where(row => row[1] == "OB2" && row[0].EndsWith(".json", StringComparison.Ordinal)).Select(row => row[0])];

    public static TheoryData<string> Documents => [.. Index().Select(row => row[0]).Where(path => path.StartsWith("ob20/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && path != Empty)];

    [VectorsTheory]
    [MemberData(nameof(Judged))]
    public void The_schema_says_what_the_index_says(string path)
    {
        var expected = Index().Single(row => row[0] == path)[2];
        using var document = Read(path);
        var isBadgeClass = document.RootElement.GetProperty("type").GetString() == "BadgeClass";
        var schema = isBadgeClass ? EmbeddedSchemas.OpenBadges2BadgeClass : EmbeddedSchemas.OpenBadges2Assertion;
        Assert.Equal(expected != "INVALID" || path == Expired, schema.Validate(document.RootElement).Count == 0);
    }

    [VectorsTheory]
    [MemberData(nameof(Documents))]
    public void Safe_mode_takes_a_document_unless_something_would_be_lost(string path)
    {
        using var document = Read(path);
        var refused = Record.Exception(() => CanonicalRdf.RefuseUnsafe(document.RootElement)) as JsonLdException;
        Assert.Equal(Unsafe.GetValueOrDefault(path), refused?.Code);
    }

    private static IEnumerable<string[]> Index() => Vectors.Missing is null
        ? Encoding.UTF8.GetString(Vectors.Read("open-badges/index.tsv")).Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length > 2)
        : [];

    private static JsonDocument Read(string path) => StrictJson.Parse(Vectors.Read($"open-badges/{path}"));
}
