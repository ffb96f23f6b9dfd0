using System.Text;
using Promote.Credentials.LinkedData.Embedded;
using Promote.Credentials.LinkedData.Shacl;
using Promote.Credentials.LinkedData.Shacl.Constraints;
using Promote.Credentials.LinkedData.Shacl.Reading;
using Xunit.Abstractions;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

public sealed class EmbeddedShapesTests(ITestOutputHelper output)
{
    private static readonly string Text = Encoding.UTF8.GetString(PinnedFiles.Shared.Read("europass/edc-generic.shapes").Span);

    [VectorsTheory]
    [InlineData("1.1.0")]
    [InlineData("1.2.0")]
    public void Every_constraint_is_one_of_the_published_shapes_and_none_is_left_out(string version)
    {
        var published = OfficialShapes.Constraints(version, withDeactivated: false);
        var ours = Constraints(Text, version);

        Assert.Empty(published.Except(ours));
        Assert.Empty(ours.Except(published));
        output.WriteLine($"{ours.Count} constraints in {version}");
    }

    [VectorsTheory]
    [InlineData("1.1.0")]
    [InlineData("1.2.0")]
    public void What_is_switched_off_is_what_the_published_shapes_switch_off(string version)
    {
        var published = OfficialShapes.Constraints(version, withDeactivated: true);
        var ours = Constraints(Text.Replace(", off", "", StringComparison.Ordinal), version);

        Assert.Empty(published.Except(ours));
        Assert.Empty(ours.Except(published));
        Assert.Contains(ours, line => line.StartsWith("cred:VerifiableCredential | cred:issuer | node", StringComparison.Ordinal));
    }

    [VectorsTheory]
    [InlineData("1.1.0")]
    [InlineData("1.2.0")]
    public void The_published_terms_are_those_that_are_compared(string version)
    {
        // A term that says something new in a later version must not be overlooked.
        var terms = OfficialShapes.Graph(version)
            .Select(quad => quad.Predicate.Value)
            .Where(predicate => predicate.StartsWith("http://www.w3.org/ns/shacl#", StringComparison.Ordinal))
            .Select(predicate => predicate["http://www.w3.org/ns/shacl#".Length..])
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "class", "datatype", "deactivated", "description", "hasValue", "maxCount", "maxInclusive", "message", "minCount", "name", "node",
                "nodeKind", "nodekind", "or", "path", "property", "severity", "targetClass", "uniqueLang",
            ],
            terms);
    }

    [Fact]
    public void Both_versions_are_embedded()
    {
        Assert.Empty(EmbeddedShapes.EdcGeneric_1_1_0.Validate([]));
        Assert.Empty(EmbeddedShapes.EdcGeneric_1_2_0.Validate([]));
    }

    private static SortedSet<string> Constraints(string text, string version)
    {
        var reader = new ShapesReader(Version.Parse(version));
        reader.Read(text);
        return new(reader.Shapes.SelectMany(Lines), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(Shape shape) =>
    [
        .. shape.Itself.Select(constraint => Line(shape, "itself", constraint)),
        .. from property in shape.Properties
           from constraint in property.Constraints
           select Line(shape, OfficialShapes.Short(property.Path.Value), constraint),
    ];

    private static string Line(Shape shape, string path, Constraint constraint) =>
        $"{shape.Name} | {path} | {constraint.Component} | {constraint.Message}";
}
