namespace Promote.Credentials.Formats.Pictures;

/// <summary>Why a picture was refused.</summary>
/// <param name="Error">The reason, from the closed list.</param>
/// <param name="Detail">One sentence for whoever made the picture.</param>
public sealed record PictureRefusal(PictureError Error, string Detail);
