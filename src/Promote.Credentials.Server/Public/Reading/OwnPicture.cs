namespace Promote.Credentials.Server.Public.Reading;

/// <summary>Which pictures a page may show: those of this service, because a page asks no other host for anything.</summary>
internal static class OwnPicture
{
    /// <summary>The path of a picture below the public address; null for one that is elsewhere.</summary>
    public static string? PathOf(string? image, Uri publicBaseUrl) =>
        Uri.TryCreate(image, UriKind.Absolute, out var url) && publicBaseUrl.IsBaseOf(url) ? url.AbsolutePath : null;
}
