namespace Promote.Credentials.Server.Public.Reading;

/// <summary>A piece of a Markdown text: a paragraph, or the items of a list.</summary>
internal sealed record TextBlock(BlockKind Kind, IReadOnlyList<string> Lines);
