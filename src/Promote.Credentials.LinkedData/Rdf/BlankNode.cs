using System.Text;

namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>A node without a name; its label means something only inside one dataset.</summary>
public sealed class BlankNode(string label) : Term(label, label.GetHashCode(StringComparison.Ordinal) + 1)
{
    /// <inheritdoc/>
    public override bool Equals(Term? other) =>
        ReferenceEquals(this, other) || (other is BlankNode node && string.Equals(Value, node.Value, StringComparison.Ordinal));

    private protected override byte[] WriteNQuads() => Encoding.UTF8.GetBytes("_:" + Value);
}
