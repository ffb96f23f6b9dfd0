using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:or</c> (SHACL §4.6.3).</summary>
internal sealed class AnyOf(IReadOnlyList<ValueConstraint> alternatives)
    : ValueConstraint("or", string.Join(" or ", alternatives.Select(alternative => alternative.Phrase)))
{
    public override bool Holds(Value value)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative.Holds(value))
            {
                return true;
            }
        }

        return false;
    }
}
