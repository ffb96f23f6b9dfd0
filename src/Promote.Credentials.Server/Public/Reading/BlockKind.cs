namespace Promote.Credentials.Server.Public.Reading;

/// <summary>How a piece of text is set.</summary>
internal enum BlockKind
{
    Paragraph,
    Bullets,
    Numbers,
}
