namespace Promote.Credentials.Formats.Pictures;

/// <summary>A picture that librsvg does not draw.</summary>
public sealed class InvalidPictureException : Exception
{
    internal InvalidPictureException(string message)
        : base(message)
    {
    }
}
