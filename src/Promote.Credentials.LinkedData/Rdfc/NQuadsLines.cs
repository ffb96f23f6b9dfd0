using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>Writes quads as lines and gives them sorted: UTF-8 sorts by bytes as Unicode sorts by code points.</summary>
internal sealed class NQuadsLines : IDisposable
{
    // What a large document needed is not kept for the small ones.
    private const int MaxKept = 256 * 1024;

    // After its first document the buffers of a thread have the size of one.
    [ThreadStatic]
    private static NQuadsLines? idle;

    private readonly Utf8Buffer text = new(4096);
    private readonly Utf8Buffer sorted = new(4096);
    private readonly List<Range> lines = [];
    private readonly Comparison<Range> byBytes;

    private NQuadsLines() => byBytes = (a, b) => text.Slice(a).SequenceCompareTo(text.Slice(b));

    /// <summary>No lines yet; to be disposed of by the same thread.</summary>
    public static NQuadsLines Begin()
    {
        var begun = idle ?? new NQuadsLines();
        idle = null;
        return begun;
    }

    /// <summary>Writes one quad; <paramref name="label"/> writes the identifier of a blank node.</summary>
    public void Add(in IndexedQuad quad, Action<int, Utf8Buffer> label)
    {
        int start = text.Length;
        Write(quad.Quad.Subject, quad.Subject, label);
        text.Append(quad.Quad.Predicate.NQuads);
        text.Append((byte)' ');
        Write(quad.Quad.Object, quad.Object, label);
        if (quad.Quad.Graph is { } graph)
        {
            Write(graph, quad.Graph, label);
        }

        text.Append(".\n"u8);
        lines.Add(start..text.Length);
    }

    /// <summary>The lines in order, which also forgets them; valid until the next call.</summary>
    public ReadOnlySpan<byte> TakeSorted()
    {
        sorted.Clear();
        lines.Sort(byBytes);
        foreach (var line in lines)
        {
            sorted.Append(text.Slice(line));
        }

        text.Clear();
        lines.Clear();
        return sorted.Written;
    }

    public void Dispose()
    {
        text.Clear();
        lines.Clear();
        idle = text.Capacity + sorted.Capacity <= MaxKept ? this : null;
    }

    private void Write(Term term, int node, Action<int, Utf8Buffer> label)
    {
        if (node == IndexedQuad.NotBlank)
        {
            text.Append(term.NQuads);
        }
        else
        {
            label(node, text);
        }

        text.Append((byte)' ');
    }
}
