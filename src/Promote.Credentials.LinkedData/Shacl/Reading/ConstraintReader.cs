using System.Globalization;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Constraints;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Reading;

/// <summary>Compiles one item of a line.</summary>
internal sealed class ConstraintReader(Names names, Vocabulary vocabulary)
{
    private const string Has = "has ";
    private const string Range = "..";

    /// <summary>Any constraint of a property; two for <c>1..1</c>, none for <c>0..*</c>.</summary>
    public IEnumerable<Constraint> Read(string item) => item switch
    {
        "one per language" => [new UniqueLanguage()],
        _ when item.StartsWith(Has, StringComparison.Ordinal) => [new HasValue(names.Iri(item[Has.Length..]))],
        _ when item.Contains(Range, StringComparison.Ordinal) => Count(item.Split(Range)),
        _ => [ReadValueConstraint(item)],
    };

    /// <summary>One that a single value, or a node itself, satisfies or not.</summary>
    public ValueConstraint ReadValueConstraint(string item)
    {
        string[] alternatives = item.Split(" or ");
        return alternatives.Length == 1 ? ReadOne(item) : new AnyOf([.. alternatives.Select(ReadOne)]);
    }

    private ValueConstraint ReadOne(string item) => item.Split(' ') switch
    {
        ["a", var type] => new ClassOf(vocabulary.AddClass(names.Iri(type)), type),
        ["fits", var shape] => new FitsShape(names.Shape(shape), shape),
        ["at", "most", var limit] => new MaxInclusive(Number(limit)),
        ["IRI"] => new NodeKindOf<Iri>("an IRI"),
        ["literal"] => new NodeKindOf<Literal>("a literal"),
        [var datatype] => Datatype(datatype),
        _ => throw new FormatException($"“{item}” is not understood."),
    };

    private DatatypeOf Datatype(string name)
    {
        var datatype = names.Iri(name);
        return LexicalSpaces.ByDatatype.TryGetValue(datatype.Value, out var space)
            ? new DatatypeOf(datatype, space, name)
            : throw new FormatException($"What a literal of {name} looks like is not known.");
    }

    private static IEnumerable<Constraint> Count(string[] limits)
    {
        if (limits is not [var least, var most])
        {
            throw new FormatException("A number of values is “least..most”.");
        }

        if (Number(least) is > 0 and var minimum)
        {
            yield return new MinCount(minimum);
        }

        if (most != "*")
        {
            yield return new MaxCount(Number(most));
        }
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new FormatException($"{text} is no number.");
}
