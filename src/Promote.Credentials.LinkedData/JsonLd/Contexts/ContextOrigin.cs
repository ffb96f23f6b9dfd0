namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>Where a local context came from: its document, and the documents that led there ("remote contexts").</summary>
/// <param name="BaseUrl">Against what URLs in it are resolved; null resolves none.</param>
/// <param name="Place">The place in the credential that a message names.</param>
/// <param name="Includer">The origin whose context named this one's document; null when nothing was loaded.</param>
internal sealed record ContextOrigin(string? BaseUrl, Place Place, ContextOrigin? Includer = null)
{
    // More documents that include each other than any real context has.
    private const int MaxDepth = 10;

    /// <summary>Whether scoped contexts in it are checked when they are defined.</summary>
    public bool ValidatesScopedContexts { get; init; } = true;

    /// <summary>Whether it was loaded from a URL rather than written in the credential.</summary>
    public bool IsRemote => Includer is not null;

    private int Depth => Includer is null ? 0 : Includer.Depth + 1;

    /// <summary>The absolute URL of a context that this one names.</summary>
    public string Resolve(string url) => BaseUrl is null ? url : IriReference.Resolve(BaseUrl, url);

    /// <summary>Whether the document at a URL is this one or led to it.</summary>
    public bool Includes(string url) => IsRemote && (BaseUrl == url || Includer!.Includes(url));

    /// <summary>The origin of what the document at a URL holds.</summary>
    public ContextOrigin Follow(string url) => Depth < MaxDepth
        ? this with { BaseUrl = url, Includer = this }
        : throw Place.Error(JsonLdErrorCode.ContextOverflow, $"More than {MaxDepth} contexts include each other.");
}
