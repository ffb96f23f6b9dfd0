using Microsoft.Net.Http.Headers;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>
/// The one language of the page that answers a request, and its texts. Everything on a page is in it: a language that the
/// content of the page does not have is not offered, so a page is never a mix.
/// </summary>
internal sealed class PageLanguage
{
    /// <summary>Name of the query parameter that a reader's choice stands in: <c>?lang=ro</c>.</summary>
    public const string Parameter = "lang";

    /// <summary>The texts in the chosen language; English until one is chosen.</summary>
    public Texts Texts { get; private set; } = Texts.In(Language.English);

    /// <summary>The language chosen.</summary>
    public Language Language => Texts.Language;

    /// <summary>Every language that this page can be read in.</summary>
    public IReadOnlyList<Language> Offered { get; private set; } = Language.All;

    /// <summary>A text of the page.</summary>
    public string this[string key] => Texts[key];

    /// <summary>A text of the page with values.</summary>
    public string Format(string key, params (string Name, object Value)[] values) => Texts.Format(key, values);

    /// <summary>
    /// Chooses and says so in the headers: what the reader asked for by <c>?lang=</c>, else by the address itself, else by
    /// <c>Accept-Language</c>; else the issuer's language; else English.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="written">BCP 47 tags of the languages that the content of the page exists in; null when it has none.</param>
    /// <param name="issuerLanguage">The issuer's primary language, or null where no issuer is known.</param>
    /// <param name="ofAddress">The language that the path names, or null.</param>
    /// <returns>The one of <paramref name="written"/> to show; the first of them where none is among the ten.</returns>
    public string? Choose(HttpContext context, IReadOnlyList<string>? written, string? issuerLanguage, string? ofAddress = null)
    {
        Offered = written is null ? Language.All : [.. Language.All.Where(language => written.Any(tag => Language.Find(tag) == language))];
        var chosen = Wanted(context.Request, ofAddress).Append(issuerLanguage).Select(Language.Find).FirstOrDefault(language => language is not null && Offered.Contains(language));
        Texts = Texts.In(chosen ?? (Offered.Count == 0 || Offered.Contains(Language.English) ? Language.English : Offered[0]));
        context.Response.Headers.ContentLanguage = Language.Tag;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return written?.FirstOrDefault(tag => Language.Find(tag) == Language) ?? (written is [var first, ..] ? first : null);
    }

    // RFC 9110 §12.5.4: by weight, then in the order given; a weight of 0 is a refusal. Regions are left aside: de-CH reads de.
    private static IEnumerable<string?> Wanted(HttpRequest request, string? ofAddress) =>
    [
        request.Query[Parameter] is [var asked, ..] ? asked : null,
        ofAddress,
        .. request.GetTypedHeaders().AcceptLanguage
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.Value.Value),
    ];
}
