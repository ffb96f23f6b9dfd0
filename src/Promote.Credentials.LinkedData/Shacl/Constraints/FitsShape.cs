using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:node</c> (SHACL §4.7.1). What a value fails inside is not reported, as <c>sh:detail</c> is optional (§3.6.2.4).</summary>
internal sealed class FitsShape(Shape shape, string name) : ValueConstraint("node", $"of the shape {name}")
{
    public override bool Holds(Value value) => shape.Fits(value);
}
