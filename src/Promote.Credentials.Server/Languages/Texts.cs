using System.Collections.Frozen;

namespace Promote.Credentials.Server.Languages;

/// <summary>
/// Every text that people read, in one language: pages, mails, documents. Read once, never changed. Keys are
/// <c>{area}.{key}</c>: <c>mail.subject</c> is "subject" in <c>Languages/mail/{language}.json</c>. What comes out is plain
/// text; who puts it into HTML encodes it. A key that does not exist is a bug, and a test finds it.
/// </summary>
internal sealed class Texts
{
    private static readonly FrozenDictionary<string, Texts> ByTag = Language.All.ToFrozenDictionary(language => language.Tag, language => new Texts(language));

    private readonly FrozenDictionary<string, TextForms> texts;

    private Texts(Language language)
    {
        Language = language;
        texts = TextResource.Read(language).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The language that they are in.</summary>
    public Language Language { get; }

    /// <summary>The keys there are, <c>{area}.{key}</c>.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>A text without values.</summary>
    public string this[string key] => Format(key);

    /// <summary>The texts in one of the ten languages.</summary>
    public static Texts In(Language language) => ByTag[language.Tag];

    /// <summary>The texts in the language of this tag, which is one of the ten: <c>ro</c>, <c>pt-BR</c>.</summary>
    public static Texts In(string tag) => In(Language.Find(tag) ?? throw new ArgumentException($"There are no texts in {tag}.", nameof(tag)));

    /// <summary>The texts in the first of these languages that is one of the ten (a reader's, then an issuer's), else in English.</summary>
    public static Texts FirstOf(params ReadOnlySpan<string?> tags)
    {
        foreach (var tag in tags)
        {
            if (Language.Find(tag) is { } language)
            {
                return In(language);
            }
        }

        return In(Language.English);
    }

    /// <summary>Whether there is such a text.</summary>
    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>A text with values: strings as they are, numbers and days as the language writes them.</summary>
    public string Format(string key, params (string Name, object Value)[] values) =>
        Write(FormsOf(key).Single ?? throw new ArgumentException($"The text {key} counts something.", nameof(key)), values);

    /// <summary>A text that counts something: the form for this number, which stands at <c>{n}</c>.</summary>
    public string Count(string key, decimal number, params (string Name, object Value)[] values) =>
        Write(
            FormsOf(key).For(Language.Category(number)) ?? throw new ArgumentException($"The text {key} has no plural form for {number}.", nameof(key)),
            [("n", number), .. values]);

    /// <summary>A day in full, in UTC.</summary>
    public string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString(Language.LongDate, Language.Culture);

    /// <summary>An instant as a reader wants it: its day, and the time in UTC where it is not midnight.</summary>
    public string Instant(DateTimeOffset instant) => instant.UtcDateTime.TimeOfDay == TimeSpan.Zero
        ? Day(instant)
        : instant.UtcDateTime.ToString($"{Language.LongDate}, HH:mm 'UTC'", Language.Culture);

    /// <summary>A number with two decimals at most.</summary>
    public string Number(decimal number) => number.ToString("#,##0.##", Language.Culture);

    /// <summary>The name of a country by its ISO 3166-1 code; the code itself for a country that has no name here.</summary>
    public string Country(string code) => Has($"countries.{code}") ? this[$"countries.{code}"] : code;

    /// <summary>The forms of a text, for those who test them.</summary>
    internal TextForms FormsOf(string key) => texts.TryGetValue(key, out var forms) ? forms : throw new ArgumentException($"There is no text {key}.", nameof(key));

    private string Write(TextTemplate template, (string Name, object Value)[] values) => template.Write(name =>
    {
        foreach (var (known, value) in values)
        {
            if (known == name)
            {
                return Shown(value);
            }
        }

        throw new ArgumentException($"The text needs a value for {name}.", nameof(values));
    });

    private string Shown(object value) => value switch
    {
        string text => text,
        int number => Number(number),
        decimal number => Number(number),
        DateTimeOffset instant => Instant(instant),
        _ => throw new ArgumentException($"A text takes strings, numbers and instants, not {value.GetType().Name}.", nameof(value)),
    };
}
