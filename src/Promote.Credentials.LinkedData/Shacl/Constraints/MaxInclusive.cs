using System.Globalization;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:maxInclusive</c> (SHACL §4.3.4). What is no number cannot be compared, and fails.</summary>
internal sealed class MaxInclusive(int limit)
    : ValueConstraint("maxInclusive", string.Create(CultureInfo.InvariantCulture, $"at most {limit}"))
{
    private static readonly string[] Numbers = ["integer", "decimal", "double", "float", "nonNegativeInteger", "positiveInteger"];

    public override bool Holds(Value value) =>
        value.Term is Literal literal
        && literal.Datatype.Value.StartsWith(RdfTerms.Xsd, StringComparison.Ordinal)
        && Numbers.Contains(literal.Datatype.Value[RdfTerms.Xsd.Length..])
        && double.TryParse(literal.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && number <= limit;
}
