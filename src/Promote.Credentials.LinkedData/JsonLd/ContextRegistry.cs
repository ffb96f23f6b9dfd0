using Promote.Credentials.LinkedData.Embedded;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>The only source of remote contexts: a closed table from URL to bytes. There is no network behind it.</summary>
public sealed class ContextRegistry
{
    private static readonly Lazy<ContextRegistry> LazyEmbedded = new(ReadEmbedded);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> contexts;

    private ContextRegistry(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> contexts) =>
        this.contexts = new Dictionary<string, ReadOnlyMemory<byte>>(contexts, StringComparer.Ordinal);

    /// <summary>The contexts of <c>schemas/contexts</c>, each compared with the digest that the manifest pins.</summary>
    public static ContextRegistry Embedded => LazyEmbedded.Value;

    /// <summary>The URLs that a document may name.</summary>
    public IReadOnlyCollection<string> Urls => contexts.Keys;

    /// <summary>A registry of the given documents, keyed by absolute URL.</summary>
    public static ContextRegistry Of(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> contexts) => new(contexts);

    /// <summary>The UTF-8 document that stands for a URL; false when the URL is unknown, which is an error for the caller to report.</summary>
    public bool TryGet(string url, out ReadOnlyMemory<byte> utf8) => contexts.TryGetValue(url, out utf8);

    private static ContextRegistry ReadEmbedded() => new(
        PinnedFiles.Shared.ReadTable("contexts/index.tsv")
            .Select(row => KeyValuePair.Create(row[0], PinnedFiles.Shared.Read("contexts/" + row[1]))));
}
