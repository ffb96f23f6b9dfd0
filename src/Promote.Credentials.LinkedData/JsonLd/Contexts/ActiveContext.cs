using System.Collections.Concurrent;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>
/// The meaning of names at one place of a document (JSON-LD 1.1 API §4.1). Whoever makes one fills it before anybody else
/// sees it; from then on it never changes, so that one instance serves all threads. It remembers the contexts that were
/// derived from it, which makes the second document with the same contexts cheap.
/// </summary>
internal sealed class ActiveContext
{
    private readonly ConcurrentDictionary<ContextStep, ActiveContext> derived = new();
    private Dictionary<string, TermDefinition> terms;
    private bool ownsTerms;
    private SharedContexts? shared;

    /// <summary>A context that defines nothing.</summary>
    public ActiveContext(string? originalBase, SharedContexts? shared)
    {
        OriginalBase = originalBase;
        Base = originalBase;
        this.shared = shared;
        terms = new Dictionary<string, TermDefinition>(StringComparer.Ordinal);
        ownsTerms = true;
    }

    private ActiveContext(ActiveContext from)
    {
        (Base, OriginalBase, Vocab, Language, Direction, Previous) =
            (from.Base, from.OriginalBase, from.Vocab, from.Language, from.Direction, from.Previous);
        terms = from.terms;
    }

    public string? Base { get; set; }

    public string? OriginalBase { get; }

    public string? Vocab { get; set; }

    public string? Language { get; set; }

    public string? Direction { get; set; }

    /// <summary>The context to return to inside a nested node, where this one does not propagate.</summary>
    public ActiveContext? Previous { get; set; }

    public int Count => terms.Count;

    public bool HasProtectedTerms => terms.Values.Any(term => term.IsProtected);

    public IReadOnlyDictionary<string, TermDefinition> Terms => terms;

    public TermDefinition? Find(string term) => terms.GetValueOrDefault(term);

    /// <summary>A context to be changed by its maker; the terms are copied when the first one is.</summary>
    public ActiveContext Copy() => new(this);

    public void Define(string term, TermDefinition definition) => Own()[term] = definition;

    public void Remove(string term) => Own().Remove(term);

    /// <summary>The context that a step leads to, made at the first time.</summary>
    public ActiveContext After(ContextStep step, Func<ActiveContext> make)
    {
        if (!derived.TryGetValue(step, out var next))
        {
            next = make();
            next.shared = shared;
            next = derived.GetOrAdd(step, next);
            shared?.Count();
        }

        return next;
    }

    private Dictionary<string, TermDefinition> Own()
    {
        if (!ownsTerms)
        {
            terms = new Dictionary<string, TermDefinition>(terms, StringComparer.Ordinal);
            ownsTerms = true;
        }

        return terms;
    }
}
