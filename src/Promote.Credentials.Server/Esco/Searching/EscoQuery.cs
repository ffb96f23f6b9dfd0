using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Esco.Searching;

/// <summary>What is searched for, from the query: <c>?q=…&amp;language=…&amp;limit=…</c>.</summary>
internal sealed record EscoQuery
{
    private const int MinLength = 2;
    private const int MaxLength = 200;
    private const int MaxLimit = 50;

    /// <summary>What somebody typed: the beginning of a name, or of a word in it.</summary>
    public string? Q { get; init; }

    /// <summary>The language that is searched and answered in.</summary>
    public string Language { get; init; } = EscoLanguages.English;

    /// <summary>How many concepts at most.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>What stands against it.</summary>
    public IReadOnlyList<Refusal> WhyNot()
    {
        var refusals = new List<Refusal>();
        if (Q is not { Length: <= MaxLength } || EscoTerms.Asked(Q).Length < MinLength)
        {
            refusals.Add(new(RefusalCode.InvalidValue, "/q", $"Give {MinLength} to {MaxLength} characters, of which {MinLength} are letters or digits."));
        }

        if (WhyNot(Language) is { } unknown)
        {
            refusals.Add(unknown);
        }

        if (Limit is < 1 or > MaxLimit)
        {
            refusals.Add(new(RefusalCode.InvalidValue, "/limit", $"limit goes from 1 to {MaxLimit}."));
        }

        return refusals;
    }

    /// <summary>What stands against a language.</summary>
    public static Refusal? WhyNot(string language) => EscoLanguages.All.Contains(language)
        ? null
        : new(RefusalCode.InvalidValue, "/language", $"ESCO is published in {string.Join(", ", EscoLanguages.All.Order(StringComparer.Ordinal))}.");
}
