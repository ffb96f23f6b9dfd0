using System.Globalization;
using System.Runtime.InteropServices;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>
/// Hands out identifiers in the order of asking (RDFC-1.0 §4.5). Blank nodes are numbers here; few are issued at a time,
/// so a scan of the list is faster than a map, and copying one is a copy of an array.
/// </summary>
internal sealed class BlankNodeIssuer
{
    private readonly string prefix;
    private readonly List<int> issued;

    public BlankNodeIssuer(string prefix)
        : this(prefix, [])
    {
    }

    private BlankNodeIssuer(string prefix, List<int> issued)
    {
        this.prefix = prefix;
        this.issued = issued;
    }

    /// <summary>The blank nodes in the order of their identifiers.</summary>
    public IReadOnlyList<int> Issued => issued;

    public BlankNodeIssuer Copy() => new(prefix, [.. issued]);

    public bool Has(int node) => IndexOf(node) >= 0;

    /// <summary>Issues an identifier unless the node has one; true when it is new.</summary>
    public bool Issue(int node)
    {
        bool isNew = !Has(node);
        if (isNew)
        {
            issued.Add(node);
        }

        return isNew;
    }

    /// <summary>The identifier of a node that has one, such as <c>c14n0</c>.</summary>
    public string NameOf(int node) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{IndexOf(node)}");

    /// <summary>Writes the identifier of a node that has one as N-Quads do, such as <c>_:c14n0</c>.</summary>
    public void Write(int node, Utf8Buffer output)
    {
        output.Append("_:"u8);
        output.Append(prefix);
        Span<byte> digits = stackalloc byte[11];
        IndexOf(node).TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        output.Append(digits[..length]);
    }

    private int IndexOf(int node) => CollectionsMarshal.AsSpan(issued).IndexOf(node);
}
