namespace Promote.Credentials.Server.Web.Access;

/// <summary>The API key in a request.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    private const int MaxLength = 256;

    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length <= MaxLength
            ? value[Scheme.Length..].Trim()
            : null;
    }
}
