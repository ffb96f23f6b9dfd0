using System.Globalization;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:minCount</c> (SHACL §4.2.1).</summary>
internal sealed class MinCount(int count)
    : Constraint("minCount", string.Create(CultureInfo.InvariantCulture, $"Must have at least {count} value{(count == 1 ? "" : "s")}."))
{
    public override bool Holds(ReadOnlySpan<Value> values) => values.Length >= count;
}
