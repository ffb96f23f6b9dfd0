using System.Globalization;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:maxCount</c> (SHACL §4.2.2).</summary>
internal sealed class MaxCount(int count)
    : Constraint("maxCount", string.Create(CultureInfo.InvariantCulture, $"Must have at most {count} value{(count == 1 ? "" : "s")}."))
{
    public override bool Holds(ReadOnlySpan<Value> values) => values.Length <= count;
}
