using System.Collections;

namespace Promote.Credentials.Domain.Text;

/// <summary>One text in several languages: BCP 47 language subtag to text, in the order given. Never empty once accepted.</summary>
public sealed class LanguageMap : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<LanguageMap>
{
    private readonly KeyValuePair<string, string>[] texts;

    /// <summary>Takes the texts as they are.</summary>
    public LanguageMap(IEnumerable<KeyValuePair<string, string>> texts) => this.texts = [.. texts];

    /// <summary>The languages, in the order given.</summary>
    public IEnumerable<string> Languages => texts.Select(text => text.Key);

    /// <inheritdoc/>
    public int Count => texts.Length;

    /// <summary>The text in exactly this language, or null.</summary>
    public string? In(string language)
    {
        foreach (var text in texts)
        {
            if (text.Key == language)
            {
                return text.Value;
            }
        }

        return null;
    }

    /// <summary>The text in this language, else in the second, else the first there is. Never a mix.</summary>
    public string InOrElse(string language, string otherwise) => In(language) ?? In(otherwise) ?? texts[0].Value;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => texts.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(LanguageMap? other) => other is not null && texts.AsSpan().SequenceEqual(other.texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LanguageMap);

    /// <inheritdoc/>
    public override int GetHashCode() => texts.Length == 0 ? 0 : HashCode.Combine(texts.Length, texts[0]);
}
