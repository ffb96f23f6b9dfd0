using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>
/// What a concept is found under: its folded labels, each from the beginning and from the beginning of every later word, so that a
/// search compares beginnings only, which an index answers.
/// </summary>
public static class EscoTerms
{
    /// <summary>Most characters of a term. What somebody types is shorter; a longer label is found by what it begins with.</summary>
    public const int MaxLength = 60;

    /// <summary>The rank of a term that is where the preferred label begins: shown first.</summary>
    public const int Preferred = 0;

    /// <summary>The rank of a term that begins at a later word of the preferred label.</summary>
    public const int InPreferred = 1;

    /// <summary>The rank of a term that is where an alternative label begins.</summary>
    public const int Alternative = 2;

    /// <summary>The rank of a term that begins at a later word of an alternative label: shown last.</summary>
    public const int InAlternative = 3;

    /// <summary>
    /// Added to the rank of an English term, where a concept has no name in another language and is found in that by its English ones:
    /// shown behind all that has a name.
    /// </summary>
    public const int InEnglish = 4;

    // A label of more words is a sentence, which nobody looks for by its end.
    private const int MaxWords = 40;

    /// <summary>The terms of a concept in one language, each once, with its lowest rank.</summary>
    public static IReadOnlyDictionary<string, int> Of(string preferred, IReadOnlyList<string> alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(terms, preferred, Preferred, InPreferred);
        foreach (var alternative in alternatives)
        {
            Add(terms, alternative, Alternative, InAlternative);
        }

        return terms;
    }

    /// <summary>Whether a label is found under a folded text.</summary>
    public static bool IsUnder(string label, string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return Of(label, []).Keys.Any(term => term.StartsWith(folded, StringComparison.Ordinal));
    }

    /// <summary>What somebody typed as terms are compared with it.</summary>
    public static string Asked(string text) => Cut(FoldedText.Of(text));

    private static void Add(Dictionary<string, int> terms, string label, int whole, int inside)
    {
        var folded = FoldedText.Of(label);
        var (start, rank) = (0, whole);
        for (var words = 0; words < MaxWords && start < folded.Length; words++, rank = inside)
        {
            var term = Cut(folded[start..]);
            terms[term] = terms.TryGetValue(term, out var known) ? Math.Min(known, rank) : rank;
            var space = folded.IndexOf(' ', start);
            start = space < 0 ? folded.Length : space + 1;
        }
    }

    // Not within a surrogate pair, and not with a space at its end, which no folded text has.
    private static string Cut(string folded)
    {
        if (folded.Length <= MaxLength)
        {
            return folded;
        }

        var length = char.IsLowSurrogate(folded[MaxLength]) ? MaxLength - 1 : MaxLength;
        return folded[..length].TrimEnd(' ');
    }
}
