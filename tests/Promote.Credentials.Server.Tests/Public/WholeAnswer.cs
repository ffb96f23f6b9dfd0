namespace Promote.Credentials.Server.Tests.Public;

/// <summary>Everything of an answer that somebody could tell it from another by, except the time.</summary>
internal static class WholeAnswer
{
    public static async Task<string> OfAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync())}";
    }
}
