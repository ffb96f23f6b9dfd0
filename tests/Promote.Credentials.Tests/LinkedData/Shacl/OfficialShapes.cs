using System.Text;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>
/// The published shapes of the generic profile as lines “class or shape | path | parameter | what is asked”. The shapes of
/// one class say together what an instance must be, so the lines name the class and not the shape.
/// </summary>
internal sealed class OfficialShapes
{
    private const string Sh = "http://www.w3.org/ns/shacl#";
    private const string ClaimOfAType = "ClaimTypeNodeShape";

    private static readonly (string Prefix, string Namespace)[] Prefixes =
    [
        ("adms", "http://www.w3.org/ns/adms#"),
        ("cred", "https://www.w3.org/2018/credentials#"),
        ("dc", "http://purl.org/dc/terms/"),
        ("elm", "http://data.europa.eu/snb/model/elm/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("locn", "http://www.w3.org/ns/locn#"),
        ("org", "http://www.w3.org/ns/org#"),
        ("person", "http://www.w3.org/ns/person#"),
        ("rdf", RdfTerms.Rdf),
        ("rov", "http://www.w3.org/ns/regorg#"),
        ("sec", "https://w3id.org/security#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("xsd", RdfTerms.Xsd),
    ];

    /// <summary>
    /// What asks nothing. The one <c>sh:nodekind</c> is a slip of the pen for <c>sh:nodeKind</c>, which engines do not know;
    /// <c>sh:message</c> is text for people.
    /// </summary>
    private static readonly string[] Silent = ["description", "message", "name", "nodekind", "path", "property", "severity", "targetClass", "deactivated"];

    private readonly ILookup<Term, Quad> statements;
    private readonly bool withDeactivated;

    private OfficialShapes(RdfDataset dataset, bool withDeactivated)
    {
        statements = dataset.ToLookup(quad => quad.Subject);
        this.withDeactivated = withDeactivated;
    }

    /// <param name="version">1.1.0 or 1.2.0.</param>
    /// <param name="withDeactivated">Whether to give also what the shapes state and switch off.</param>
    public static SortedSet<string> Constraints(string version, bool withDeactivated)
    {
        var official = new OfficialShapes(Graph(version), withDeactivated);
        return new(official.statements.Select(node => node.Key).Where(official.IsNodeShape).SelectMany(official.Shape), StringComparer.Ordinal);
    }

    public static RdfDataset Graph(string version)
    {
        var dataset = new RdfDataset();
        foreach (string file in new[] { "EDC-generic-no-cv", "EDC-generic-full" })
        {
            Turtle.Read(Encoding.UTF8.GetString(Vectors.Read($"europass/shapes/{version}/{file}.ttl")), dataset);
        }

        return dataset;
    }

    private bool IsNodeShape(Term node) => statements[node].Any(quad => quad.Predicate.Equals(RdfTerms.Type) && quad.Object.Value == Sh + "NodeShape");

    private bool Counts(Term shape) => withDeactivated || Objects(shape, "deactivated").All(value => value.Value != "true");

    private IEnumerable<string> Shape(Term shape)
    {
        if (!Counts(shape))
        {
            return [];
        }

        string name = Objects(shape, "targetClass").Select(type => Short(type.Value)).SingleOrDefault() ?? Name(shape);
        return [
            .. Parameters(shape).Select(parameter => $"{name} | itself | {parameter}"),
            .. from property in Objects(shape, "property")
               where Counts(property)
               let path = Short(Objects(property, "path").Single().Value)
               from parameter in Parameters(property)
               select $"{name} | {path} | {parameter}",
        ];
    }

    private IEnumerable<string> Parameters(Term shape) =>
        from quad in statements[shape]
        where quad.Predicate.Value.StartsWith(Sh, StringComparison.Ordinal)
        let parameter = quad.Predicate.Value[Sh.Length..]
        where !Silent.Contains(parameter)
        select $"{parameter} | {Sentence(parameter, quad.Object)}";

    private string Sentence(string parameter, Term value) => parameter switch
    {
        "minCount" => $"Must have at least {value.Value} value.",
        "maxCount" => $"Must have at most {value.Value} value.",
        "uniqueLang" when value.Value == "true" => "Must have at most one value in each language.",
        "hasValue" => $"Must have the value {value.Value}.",
        "or" => $"Must be {string.Join(" or ", Items(value).Select(Alternative))}.",
        _ => $"Must be {Phrase(parameter, value)}.",
    };

    private string Alternative(Term alternative)
    {
        var only = Assert.Single(statements[alternative]);
        return Phrase(only.Predicate.Value[Sh.Length..], only.Object);
    }

    private static string Phrase(string parameter, Term value) => parameter switch
    {
        "class" => $"an instance of {Short(value.Value)}",
        "datatype" => $"a literal of the datatype {Short(value.Value)}",
        "maxInclusive" => $"at most {value.Value}",
        "node" => $"of the shape {Name(value)}",
        "nodeKind" when value.Value == Sh + "IRI" => "an IRI",
        "nodeKind" when value.Value == Sh + "Literal" => "a literal",
        _ => throw new InvalidOperationException($"sh:{parameter} {value.Value}"),
    };

    private IEnumerable<Term> Items(Term list)
    {
        for (var cell = list; !cell.Equals(RdfTerms.Nil); cell = Objects(cell, RdfTerms.Rest).Single())
        {
            yield return Objects(cell, RdfTerms.First).Single();
        }
    }

    private IEnumerable<Term> Objects(Term subject, string parameter) => Objects(subject, Iri.Of(Sh + parameter));

    private IEnumerable<Term> Objects(Term subject, Iri predicate) =>
        statements[subject].Where(quad => quad.Predicate.Equals(predicate)).Select(quad => quad.Object);

    // Its name without the ending would be that of ClaimTypeRestriction.
    private static string Name(Term shape)
    {
        string local = shape.Value[(shape.Value.LastIndexOf('/') + 1)..];
        return local == ClaimOfAType ? "TypedClaim" : local.Replace("NodeShape", "", StringComparison.Ordinal).Replace("Restriction", "", StringComparison.Ordinal);
    }

    public static string Short(string iri)
    {
        var (prefix, space) = Prefixes.SingleOrDefault(entry => iri.StartsWith(entry.Namespace, StringComparison.Ordinal));
        return prefix is null ? $"<{iri}>" : $"{prefix}:{iri[space.Length..]}";
    }
}
