using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary>A constraint that each value satisfies, or not, by itself: a violation for each that does not.</summary>
/// <param name="component">The parameter's name.</param>
/// <param name="phrase">What a value must be, so that “Must be …” becomes a sentence.</param>
internal abstract class ValueConstraint(string component, string phrase) : Constraint(component, $"Must be {phrase}.")
{
    public string Phrase { get; } = phrase;

    public abstract bool Holds(Value value);

    public sealed override bool Holds(ReadOnlySpan<Value> values)
    {
        foreach (var value in values)
        {
            if (!Holds(value))
            {
                return false;
            }
        }

        return true;
    }

    public sealed override IReadOnlyList<Term?> Culprits(ReadOnlySpan<Value> values)
    {
        var culprits = new List<Term?>();
        foreach (var value in values)
        {
            if (!Holds(value))
            {
                culprits.Add(value.Term);
            }
        }

        return culprits;
    }
}
