namespace Promote.Credentials.Server.Pictures;

/// <summary>A picture that was taken, with the address for the <c>image</c> of an achievement.</summary>
internal sealed record UploadedPicture(string Url, string MediaType, int Width, int Height);
