namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM MediaObject: a picture inside the document.</summary>
internal static class Media
{
    internal static ElmNode Png(ReadOnlySpan<byte> bytes) => new ElmNode("MediaObject", "mediaObject")
        .With("content", Convert.ToBase64String(bytes))
        .With("contentEncoding", Concepts.Known(Concepts.Base64))
        .With("contentType", Concepts.Known(Concepts.Png));
}
