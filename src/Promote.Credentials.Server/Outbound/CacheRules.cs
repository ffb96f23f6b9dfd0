namespace Promote.Credentials.Server.Outbound;

/// <summary>What an answer says about keeping it (RFC 9111 §5). This is a private cache: <c>s-maxage</c> and <c>private</c> are for shared ones.</summary>
/// <param name="MayStore">Whether it may be kept at all.</param>
/// <param name="Lifetime">How long it is good without asking again; null when it does not say.</param>
internal sealed record CacheRules(bool MayStore, TimeSpan? Lifetime)
{
    private static readonly CacheRules Never = new(false, TimeSpan.Zero);

    public static CacheRules Of(HttpResponseMessage response, DateTimeOffset receivedAt)
    {
        // Before it is parsed: then the last of two values has replaced the first.
        var text = response.Headers.NonValidated.TryGetValues("Cache-Control", out var values) ? string.Join(',', values) : null;
        var control = response.Headers.CacheControl;

        // RFC 9111 §4.2.1: what cannot be read, or says two things at once, is not good for reuse. §4.1: "*" fits no other request.
        var unreadable = text is not null && (control is null || text.Split("max-age", StringSplitOptions.None).Length > 2);
        return unreadable || control?.NoStore == true || response.Headers.Vary.Contains("*")
            ? Never
            : new CacheRules(true, control?.NoCache == true ? TimeSpan.Zero : control?.MaxAge ?? Expiry(response, receivedAt));
    }

    // RFC 9111 §5.3: a date that cannot be read, "0" above all, is in the past.
    private static TimeSpan? Expiry(HttpResponseMessage response, DateTimeOffset receivedAt) =>
        !response.Content.Headers.Contains("Expires") ? null
        : response.Content.Headers.Expires is { } expires ? expires - (response.Headers.Date ?? receivedAt)
        : TimeSpan.Zero;
}
