using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary>One constraint component with its parameter (SHACL §4).</summary>
/// <param name="component">The parameter's name.</param>
/// <param name="message">A sentence about what is asked.</param>
internal abstract class Constraint(string component, string message)
{
    public string Component { get; } = component;

    public string Message { get; } = message;

    public abstract bool Holds(ReadOnlySpan<Value> values);

    /// <summary>What violations name as their value, one each; called when the constraint does not hold.</summary>
    public virtual IReadOnlyList<Term?> Culprits(ReadOnlySpan<Value> values) => [null];
}
