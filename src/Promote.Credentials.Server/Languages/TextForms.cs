namespace Promote.Credentials.Server.Languages;

/// <summary>One text: a single form, or one for each plural category.</summary>
internal sealed class TextForms
{
    private readonly TextTemplate? single;
    private readonly IReadOnlyDictionary<PluralCategory, TextTemplate> plural;

    public TextForms(TextTemplate single) => (this.single, plural) = (single, new Dictionary<PluralCategory, TextTemplate>());

    public TextForms(IReadOnlyDictionary<PluralCategory, TextTemplate> plural) => this.plural = plural;

    /// <summary>The form of a text that counts nothing; null for one that counts.</summary>
    public TextTemplate? Single => single;

    /// <summary>The categories of a text that counts; empty for one that does not.</summary>
    public IEnumerable<PluralCategory> Categories => plural.Keys;

    /// <summary>All forms there are.</summary>
    public IEnumerable<TextTemplate> All => single is null ? plural.Values : [single];

    /// <summary>The form for a category; null where there is none.</summary>
    public TextTemplate? For(PluralCategory category) => plural.GetValueOrDefault(category);
}
