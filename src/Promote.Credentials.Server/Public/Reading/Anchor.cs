namespace Promote.Credentials.Server.Public.Reading;

/// <summary>The place on a page that a signed URL points to, such as <c>#result-exam</c>.</summary>
internal static class Anchor
{
    /// <summary>The fragment of a URL, or null when it has none.</summary>
    public static string? Of(string? url) => url?.IndexOf('#') is { } start and >= 0 && start + 1 < url.Length ? url[(start + 1)..] : null;
}
