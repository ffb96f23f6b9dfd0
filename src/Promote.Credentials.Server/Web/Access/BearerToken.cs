namespace Promote.Credentials.Server.Web.Access;

/// <summary>The API key in a request, or the token of an identity provider.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    private const int MaxLength = 8192;

    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length <= MaxLength
            ? value[Scheme.Length..].Trim()
            : null;
    }
}
