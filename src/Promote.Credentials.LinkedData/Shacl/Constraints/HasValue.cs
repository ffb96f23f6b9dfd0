using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:hasValue</c> (SHACL §4.8.2): one of the values is this one.</summary>
internal sealed class HasValue(Iri expected) : Constraint("hasValue", $"Must have the value {expected.Value}.")
{
    public override bool Holds(ReadOnlySpan<Value> values)
    {
        foreach (var value in values)
        {
            if (value.Term.Equals(expected))
            {
                return true;
            }
        }

        return false;
    }
}
