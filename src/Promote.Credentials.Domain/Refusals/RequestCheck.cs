using System.Globalization;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Refusals;

/// <summary>Collects what stands against a request. Each method checks one value and knows its pointer; a value that is not there passes.</summary>
internal sealed class RequestCheck
{
    internal const int MaxUrl = 2000;
    internal const int MaxLanguages = 30;

    internal List<Refusal> Refusals { get; } = [];

    /// <summary>The pointer of a member or item (RFC 6901 §3).</summary>
    internal static string At(string parent, string member) =>
        $"{parent}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    internal static string At(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");

    internal void Refuse(RefusalCode code, string pointer, string detail) => Refusals.Add(new(code, pointer, detail));

    internal void RefuseUnless(bool holds, RefusalCode code, string pointer, string detail)
    {
        if (!holds)
        {
            Refuse(code, pointer, detail);
        }
    }

    /// <summary>One line that must say something.</summary>
    internal void RequiredLine(string? text, string pointer, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse(RefusalCode.MissingField, pointer, "Give a text that is not empty.");
            return;
        }

        Line(text, pointer, maxLength);
    }

    internal void Line(string? text, string pointer, int maxLength) => Text(text, pointer, maxLength, SafeText.IsLine);

    internal void Block(string? text, string pointer, int maxLength) => Text(text, pointer, maxLength, SafeText.IsBlock);

    internal void LineIn(LanguageMap? texts, string pointer, string primaryLanguage, int maxLength) =>
        Languages(texts, pointer, primaryLanguage, (text, at) => RequiredLine(text, at, maxLength));

    internal void BlockIn(LanguageMap? texts, string pointer, string primaryLanguage, int maxLength) =>
        Languages(texts, pointer, primaryLanguage, (text, at) =>
        {
            RefuseUnless(!string.IsNullOrWhiteSpace(text), RefusalCode.MissingField, at, "Give a text that is not empty.");
            Block(text, at, maxLength);
        });

    /// <summary>A link that a reader may follow.</summary>
    internal void WebLink(Uri? link, string pointer)
    {
        if (link is null)
        {
            return;
        }

        var isWeb = link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) && link.UserInfo.Length == 0;
        RefuseUnless(isWeb, RefusalCode.InvalidLink, pointer, "Give an absolute http or https URL without user name or password.");
        RefuseUnless(link.OriginalString.Length <= MaxUrl, RefusalCode.InvalidLink, pointer, $"A URL has at most {MaxUrl} characters.");
        RefuseUnless(SafeText.IsLine(link.OriginalString), RefusalCode.UnsafeText, pointer, "Remove control, bidirectional and invisible characters.");
    }

    internal void Email(string? address, string pointer)
    {
        if (address is not null)
        {
            RefuseUnless(EmailAddress.IsValid(address), RefusalCode.InvalidEmail, pointer, "Give an e-mail address such as name@example.org.");
        }
    }

    private void Text(string? text, string pointer, int maxLength, Func<string, bool> isSafe)
    {
        if (text is null)
        {
            return;
        }

        RefuseUnless(text.Length <= maxLength, RefusalCode.InvalidValue, pointer, $"The text has more than {maxLength} characters.");
        RefuseUnless(isSafe(text), RefusalCode.UnsafeText, pointer, "Remove control, bidirectional and invisible characters.");
    }

    private void Languages(LanguageMap? texts, string pointer, string primaryLanguage, Action<string, string> check)
    {
        if (texts is null)
        {
            return;
        }

        // Documents in a format with one language only are written in the issuer's.
        RefuseUnless(texts.In(primaryLanguage) is not null, RefusalCode.MissingField, At(pointer, primaryLanguage), "Give the text in the issuer's primary language.");
        RefuseUnless(texts.Count <= MaxLanguages, RefusalCode.InvalidValue, pointer, $"Give the text in at most {MaxLanguages} languages.");
        foreach (var (language, text) in texts)
        {
            var at = At(pointer, language);
            RefuseUnless(LanguageTag.IsValid(language), RefusalCode.InvalidValue, at, "Name the language by two or three small letters, and a region where it matters: ro, pt-BR.");
            check(text, at);
        }
    }
}
