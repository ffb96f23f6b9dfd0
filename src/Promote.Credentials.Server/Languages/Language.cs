using System.Globalization;
using static Promote.Credentials.Server.Languages.PluralCategory;

namespace Promote.Credentials.Server.Languages;

/// <summary>A language that every text of this service exists in.</summary>
internal sealed record Language
{
    /// <summary>All ten, in the order of their own names.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        new("da", "dansk", "da-DK", "d. MMMM yyyy", PluralRules.Danish, [One, Other]),
        new("de", "Deutsch", "de-DE", "d. MMMM yyyy", PluralRules.Germanic, [One, Other]),
        new("en", "English", "en-GB", "d MMMM yyyy", PluralRules.Germanic, [One, Other]),
        new("fr", "français", "fr-FR", "d MMMM yyyy", PluralRules.French, [One, Many, Other]),
        new("it", "italiano", "it-IT", "d MMMM yyyy", PluralRules.Italian, [One, Many, Other]),
        new("lt", "lietuvių", "lt-LT", "yyyy 'm.' MMMM d 'd.'", PluralRules.Lithuanian, [One, Few, Many, Other]),
        new("nl", "Nederlands", "nl-NL", "d MMMM yyyy", PluralRules.Germanic, [One, Other]),
        new("pt", "português", "pt-PT", "d 'de' MMMM 'de' yyyy", PluralRules.Italian, [One, Many, Other]),
        new("ro", "română", "ro-RO", "d MMMM yyyy", PluralRules.Romanian, [One, Few, Other]),
        new("tr", "Türkçe", "tr-TR", "d MMMM yyyy", PluralRules.Turkish, [One, Other]),
    ];

    private readonly Func<PluralOperands, PluralCategory> plural;

    private Language(string tag, string name, string culture, string longDate, Func<PluralOperands, PluralCategory> plural, IReadOnlyList<PluralCategory> categories)
    {
        Tag = tag;
        Name = name;
        Culture = CultureInfo.GetCultureInfo(culture);
        LongDate = longDate;
        Categories = categories;
        this.plural = plural;
    }

    /// <summary>The language that is left when a reader's and an issuer's are none of the ten.</summary>
    public static Language English { get; } = Find("en")!;

    /// <summary>Its BCP 47 tag, two letters.</summary>
    public string Tag { get; }

    /// <summary>Its name in itself.</summary>
    public string Name { get; }

    /// <summary>Where months, decimal commas and the order of letters come from (ICU).</summary>
    public CultureInfo Culture { get; }

    /// <summary>How a day is written out in full: CLDR's long date without the weekday.</summary>
    public string LongDate { get; }

    /// <summary>The plural categories that a counting text has to have in this language.</summary>
    public IReadOnlyList<PluralCategory> Categories { get; }

    /// <summary>The one of the ten that a BCP 47 tag means, whatever its region or case (<c>de-CH</c> is German); null for another.</summary>
    public static Language? Find(string? tag) =>
        tag?.Split('-', 2)[0] is { } subtag ? All.FirstOrDefault(language => language.Tag.Equals(subtag, StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>The category of a number.</summary>
    public PluralCategory Category(decimal number) => plural(new PluralOperands(number));

    /// <inheritdoc/>
    public override string ToString() => Tag;
}
