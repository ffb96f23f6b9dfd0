using System.Collections.Frozen;
using System.Globalization;

namespace Promote.Credentials.Formats.Certificates;

/// <summary>The words of certificates by language.</summary>
public static class CertificateWords
{
    private const string English = "en";

    private static readonly FrozenDictionary<(string Language, CertificateWord Word), string> Table = Read().ToFrozenDictionary();

    /// <summary>The languages that have every word.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Table.Keys.Select(key => key.Language).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The word in this language, or in English.</summary>
    /// <param name="language">BCP 47 tag; its primary subtag counts.</param>
    /// <param name="word">The word.</param>
    public static string In(string language, CertificateWord word) => Table[(Known(language), word)];

    /// <summary>A day in this language, such as <c>20 noiembrie 2026</c>; UTC.</summary>
    public static string Day(string language, DateTimeOffset instant)
    {
        var known = Known(language);
        return instant.UtcDateTime.ToString(In(known, CertificateWord.Date), CultureInfo.GetCultureInfo(known));
    }

    private static string Known(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var primary = language.Split('-')[0];
        return Table.ContainsKey((primary, CertificateWord.Certificate)) ? primary : English;
    }

    private static IEnumerable<KeyValuePair<(string, CertificateWord), string>> Read()
    {
        using var stream = typeof(CertificateWords).Assembly.GetManifestResourceStream("certificates/words.tsv")!;
        using var reader = new StreamReader(stream);
        var languages = reader.ReadLine()!.Split('\t');
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var word = Enum.Parse<CertificateWord>(cells[0]);
            foreach (var (language, text) in languages.Zip(cells).Skip(1))
            {
                yield return KeyValuePair.Create((language, word), text);
            }
        }
    }
}
