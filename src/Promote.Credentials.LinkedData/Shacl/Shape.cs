using Promote.Credentials.LinkedData.Shacl.Constraints;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>A compiled node shape (SHACL §2.2): what a node must be itself and what its properties must hold.</summary>
/// <param name="name">The class or the name that it is stated under.</param>
/// <param name="itself">What the node must be.</param>
/// <param name="properties">What its properties must hold.</param>
internal sealed class Shape(string name, Constraint[] itself, PropertyShape[] properties)
{
    public string Name => name;

    public IReadOnlyList<Constraint> Itself => itself;

    public IReadOnlyList<PropertyShape> Properties => properties;

    /// <summary>Whether a node conforms (SHACL §3.4.1); a literal has no properties.</summary>
    public bool Fits(Value node)
    {
        foreach (var constraint in itself)
        {
            if (!constraint.Holds(new ReadOnlySpan<Value>(in node)))
            {
                return false;
            }
        }

        foreach (var property in properties)
        {
            var values = node.Of(property.Number);
            foreach (var constraint in property.Constraints)
            {
                if (!constraint.Holds(values))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Reports everything that a focus node fails.</summary>
    public void Validate(DataNode focus, ShaclRun run)
    {
        var self = new Value(focus.Term, focus);
        foreach (var constraint in itself)
        {
            run.Check(focus, null, name, constraint, new ReadOnlySpan<Value>(in self));
        }

        foreach (var property in properties)
        {
            var values = focus.Values(property.Number);
            foreach (var constraint in property.Constraints)
            {
                run.Check(focus, property.Path, name, constraint, values);
            }
        }
    }
}
