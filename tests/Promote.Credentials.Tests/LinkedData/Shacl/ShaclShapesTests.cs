using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

public sealed class ShaclShapesTests
{
    private const string Prefixes = """
        prefix ex  urn:ex:
        prefix xsd http://www.w3.org/2001/XMLSchema#
        prefix rdf http://www.w3.org/1999/02/22-rdf-syntax-ns#

        """;

    private const string Type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    private const string SubClassOf = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>";
    private const string Badge = $"<urn:ex:a> {Type} <urn:ex:Badge> .\n";

    [Fact]
    public void A_graph_with_nothing_of_a_class_conforms() =>
        Assert.Empty(Validate("class ex:Badge\n  ex:name 1..1", $"<urn:ex:a> {Type} <urn:ex:Other> ."));

    [Fact]
    public void A_missing_value_is_reported_with_all_that_is_known_of_it() => Assert.Equal(
        [new ShaclViolation(Iri.Of("urn:ex:a"), Iri.Of("urn:ex:name"), "minCount", "ex:Badge", null, "Must have at least 1 value.")],
        Validate("class ex:Badge\n  ex:name 1..*", Badge));

    [Theory]
    [InlineData("0..1", "maxCount")]
    [InlineData("0..2", null)]
    [InlineData("0..*", null)]
    [InlineData("2..2", null)]
    [InlineData("3..*", "minCount")]
    public void Values_are_counted(string limits, string? component) =>
        Assert.Equal(component, Component($"ex:name {limits}", "\"one\"", "\"two\""));

    [Fact]
    public void The_same_value_said_twice_is_one_value() => Assert.Null(Component("ex:name 0..1", "\"one\"", "\"one\""));

    [Theory]
    [InlineData("<urn:ex:person>", true)]
    [InlineData("<urn:ex:unknown>", false)]
    [InlineData("\"urn:ex:person\"", false)]
    [InlineData("_:b", false)]
    public void A_class_is_what_the_graph_says_of_the_value(string value, bool holds)
    {
        var violations = Validate("class ex:Badge\n  ex:holder 0..*, a ex:Person", $"{Badge}<urn:ex:a> <urn:ex:holder> {value} .\n<urn:ex:person> {Type} <urn:ex:Person> .");

        Assert.Equal(holds ? [] : ["class"], violations.Select(violation => violation.Component));
        Assert.All(violations, violation => Assert.Equal("Must be an instance of ex:Person.", violation.Message));
    }

    [Fact]
    public void A_subclass_that_the_graph_states_counts_for_values_and_for_targets()
    {
        // SHACL §1.1: along rdfs:subClassOf in the data graph, however long the way; this one runs in a circle too.
        string classes = $"<urn:ex:Officer> {SubClassOf} <urn:ex:Staff> .\n<urn:ex:Staff> {SubClassOf} <urn:ex:Person> .\n<urn:ex:Person> {SubClassOf} <urn:ex:Officer> .\n";
        string data = $"{Badge}<urn:ex:a> <urn:ex:holder> <urn:ex:o> .\n<urn:ex:o> {Type} <urn:ex:Officer> .\n{classes}";

        var violation = Assert.Single(Validate("class ex:Badge\n  ex:holder 1..1, a ex:Person\nclass ex:Staff\n  ex:name 1..1", data));
        Assert.Equal("urn:ex:o", violation.FocusNode.Value);
    }

    [Theory]
    [InlineData("\"x\"^^<http://www.w3.org/2001/XMLSchema#string>", "xsd:string", true)]
    [InlineData("\"x\"@en", "xsd:string", false)]
    [InlineData("\"x\"@en", "rdf:langString", true)]
    [InlineData("<urn:x>", "xsd:anyURI", false)]
    [InlineData("\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>", "xsd:positiveInteger", false)]
    [InlineData("\"7\"^^<http://www.w3.org/2001/XMLSchema#positiveInteger>", "xsd:positiveInteger", true)]
    [InlineData("\"seven\"^^<http://www.w3.org/2001/XMLSchema#positiveInteger>", "xsd:positiveInteger", false)]
    public void A_datatype_is_the_literals_own_and_its_form_fits(string value, string datatype, bool holds) =>
        Assert.Equal(holds ? null : "datatype", Component($"ex:name 0..*, {datatype}", value));

    [Fact]
    public void Each_language_that_two_values_share_is_a_violation() => Assert.Equal(
        ["uniqueLang", "uniqueLang"],
        Components("ex:name 0..*, one per language", "\"a\"@en", "\"b\"@en", "\"c\"@en", "\"d\"@ro", "\"e\"@RO", "\"f\"@lt", "\"g\"", "\"h\""));

    [Theory]
    [InlineData("IRI", "<urn:x>", true)]
    [InlineData("IRI", "_:x", false)]
    [InlineData("IRI", "\"x\"", false)]
    [InlineData("literal", "\"x\"", true)]
    [InlineData("literal", "<urn:x>", false)]
    public void A_value_is_of_the_kind_of_term(string kind, string value, bool holds) =>
        Assert.Equal(holds ? null : "nodeKind", Component($"ex:name 0..*, {kind}", value));

    [Theory]
    [InlineData("<urn:ex:x>", true)]
    [InlineData("<urn:ex:y>", false)]
    [InlineData("\"urn:ex:x\"", false)]
    public void One_of_the_values_is_the_one_that_must_be_there(string value, bool holds) =>
        Assert.Equal(holds ? null : "hasValue", Component("ex:name 0..*, has <urn:ex:x>", value, "<urn:ex:z>"));

    [Theory]
    [InlineData("\"100\"^^<http://www.w3.org/2001/XMLSchema#positiveInteger>", true)]
    [InlineData("\"101\"^^<http://www.w3.org/2001/XMLSchema#positiveInteger>", false)]
    [InlineData("\"1.5E1\"^^<http://www.w3.org/2001/XMLSchema#double>", true)]
    [InlineData("\"many\"^^<http://www.w3.org/2001/XMLSchema#integer>", false)]
    [InlineData("\"7\"", false)]
    [InlineData("<urn:7>", false)]
    public void A_number_is_at_most_the_limit(string value, bool holds) =>
        Assert.Equal(holds ? null : "maxInclusive", Component("ex:name 0..*, at most 100", value));

    [Theory]
    [InlineData("<urn:ex:p>", true)]
    [InlineData("<urn:ex:q>", true)]
    [InlineData("<urn:ex:r>", false)]
    [InlineData("\"p\"", false)]
    public void One_alternative_is_enough(string value, bool holds)
    {
        const string data = $"<urn:ex:p> {Type} <urn:ex:Person> .\n<urn:ex:q> <urn:ex:name> \"q\" .\n";
        var violations = Validate(
            "shape Named\n  ex:name 1..1\nclass ex:Badge\n  ex:holder 0..*, a ex:Person or fits Named", $"{Badge}<urn:ex:a> <urn:ex:holder> {value} .\n{data}");

        Assert.Equal(holds ? [] : ["or"], violations.Select(violation => violation.Component));
    }

    [Fact]
    public void A_value_that_fits_no_shape_is_named_and_what_it_lacks_is_not()
    {
        var violation = Assert.Single(Validate(
            "shape Named\n  ex:name 1..1, xsd:string\n  itself  IRI\nclass ex:Badge\n  ex:holder 0..*, fits Named",
            $"{Badge}<urn:ex:a> <urn:ex:holder> _:b .\n_:b <urn:ex:name> \"b\" ."));

        Assert.Equal(("node", "ex:Badge", "b"), (violation.Component, violation.Shape, violation.Value!.Value));
    }

    [Fact]
    public void What_a_node_must_be_itself_is_reported_without_a_path() =>
        Assert.Null(Assert.Single(Validate("class ex:Badge\n  itself  a ex:Person or a ex:Thing", Badge)).Path);

    [Fact]
    public void Statements_of_named_graphs_count_once()
    {
        string data = $"{Badge}<urn:ex:b> {Type} <urn:ex:Badge> <urn:g> .\n<urn:ex:a> <urn:ex:name> \"x\" .\n<urn:ex:a> <urn:ex:name> \"x\" <urn:g> .\n";

        Assert.Equal("urn:ex:b", Assert.Single(Validate("class ex:Badge\n  ex:name 1..1", data)).FocusNode.Value);
    }

    [Theory]
    [InlineData("ex:name 1..1, off", null)]
    [InlineData("ex:name 1..1, until 1.0.9", null)]
    [InlineData("ex:name 1..1, until 1.1.0", "minCount")]
    [InlineData("ex:name 1..1, from 1.1.0", "minCount")]
    [InlineData("ex:name 1..1, from 1.2.0", null)]
    public void A_line_counts_where_it_is_on_in_the_version(string line, string? component) => Assert.Equal(component, Component(line));

    [Fact]
    public void A_class_that_is_off_is_not_looked_at() => Assert.Empty(Validate("class ex:Badge, off\n  ex:name 1..1", Badge));

    [Theory]
    [InlineData("class ex:Badge\n  ex:name 1..1, pattern x", 5)]
    [InlineData("class ex:Badge\n  ex:name 1..1\n  ex:name 0..*, fits Named", 6)]
    [InlineData("class ex:Badge\n\n# note\n  ex:name 0..*, a no:Person", 7)]
    [InlineData("class ex:Badge\n  ex:name 0..*, xsd:gYear", 5)]
    [InlineData("class ex:Badge\n  ex:name 0..*, at most many", 5)]
    [InlineData("class ex:Badge\n  ex:name one..many", 5)]
    [InlineData("class ex:Badge\n  ex:name 0..*, has urn:ex:a b", 5)]
    [InlineData("class ex:Badge\n  ex:name 0..*, until now", 5)]
    [InlineData("class ex:Badge\n  itself  1..1", 5)]
    [InlineData("  ex:name 1..1", 4)]
    [InlineData("ex:Badge", 4)]
    [InlineData("prefix ex urn:again:", 4)]
    [InlineData("shape A\n  ex:name 1..1\nshape A\n  ex:name 1..1\n", 8)]
    [InlineData("shape Loop\n  ex:name 0..*, fits Loop", 5)]
    [InlineData("class ex:Badge\n  ex:name 1..1, pattern x, off", 5)]
    public void A_line_that_is_not_understood_is_refused_with_its_number(string shapes, int line) =>
        Assert.Equal(line, Assert.Throws<InvalidShapesException>(() => ShaclShapes.Parse(Prefixes + shapes, new(1, 1, 0))).Line);

    [Fact]
    public void No_more_violations_are_kept_than_a_person_reads()
    {
        string data = string.Concat(Enumerable.Range(0, 2_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<urn:ex:{i}> {Type} <urn:ex:Badge> .\n")));

        Assert.Equal(500, Validate("class ex:Badge\n  ex:name 1..1", data).Count);
    }

    [Fact]
    public void No_graph_makes_the_engine_throw()
    {
        // Few terms, so that they meet in every role: classes that are values, properties that are nodes, circles of classes.
        string[] official = ["elm/Claim", "elm/LearningAchievement", "elm/hasClaim", "elm/title", "elm/Person"];
        Term[] terms =
        [
            .. official.Select(name => Iri.Of("http://data.europa.eu/snb/model/" + name)),
            RdfTerms.Type, RdfTerms.SubClassOf, Iri.Of("http://purl.org/dc/terms/title"), Iri.Of("http://www.w3.org/2004/02/skos/core#Concept"),
            Iri.Of("http://www.w3.org/2004/02/skos/core#inScheme"), new BlankNode("a"), new BlankNode("b"), Literal.InLanguage("x", "en"),
            Literal.Typed("", Iri.Of(RdfTerms.Xsd + "dateTime")), Literal.Typed("-", Iri.Of(RdfTerms.Xsd + "duration")),
        ];
        var term = Gen.Elements(terms);
        var quad = from s in term from p in term from o in term from g in Gen.Elements<Term?>(null, terms[0]) select new Quad(s, p, o, g);

        Properties.ForAll(quad.ListOf(), quads =>
        {
            var dataset = new RdfDataset();
            quads.ToList().ForEach(statement => dataset.Add(statement));
            EmbeddedShapes.EdcGeneric_1_2_0.Validate(dataset);
        });
    }

    private static string? Component(string line, params string[] values) => Components(line, values).SingleOrDefault();

    private static IEnumerable<string> Components(string line, params string[] values) =>
        Validate($"class ex:Badge\n  {line}", Badge + string.Concat(values.Select(value => $"<urn:ex:a> <urn:ex:name> {value} .\n")))
            .Select(violation => violation.Component);

    private static IReadOnlyList<ShaclViolation> Validate(string shapes, string nquads) =>
        ShaclShapes.Parse(Prefixes + shapes, new(1, 1, 0)).Validate(NQuadsReader.Read(nquads));
}
