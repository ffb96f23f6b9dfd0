using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:class</c> (SHACL §4.1.1).</summary>
internal sealed class ClassOf(int type, string name) : ValueConstraint("class", $"an instance of {name}")
{
    public override bool Holds(Value value) => value.IsInstanceOf(type);
}
