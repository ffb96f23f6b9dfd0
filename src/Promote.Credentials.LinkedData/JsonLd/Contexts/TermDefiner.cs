using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>
/// Create Term Definition (JSON-LD 1.1 API §4.2.2) for the members of one context. Terms may be built on each other in
/// any order, so whoever needs one that is not defined yet asks for it with <see cref="Require"/>.
/// </summary>
internal sealed class TermDefiner(
    ContextProcessor processor,
    ActiveContext active,
    IReadOnlyDictionary<string, JsonElement> members,
    ContextOrigin origin,
    ContextScope scope)
{
    // Terms that are built on terms that are built on terms …: the stack must not decide where that ends.
    private const int MaxDepth = 64;

    private readonly Dictionary<string, bool> defined = new(StringComparer.Ordinal);
    private bool protectsAll;
    private int depth;

    public void DefineAll()
    {
        protectsAll = members.TryGetValue(Keyword.Protected, out var value) && TermReader.Boolean(
            value, JsonLdErrorCode.InvalidProtectedValue, Place(Keyword.Protected));
        foreach (string term in members.Keys)
        {
            if (term is not (Keyword.Base or Keyword.Direction or Keyword.Import or Keyword.Language
                or Keyword.Propagate or Keyword.Protected or Keyword.Version or Keyword.Vocab))
            {
                Define(term);
            }
        }
    }

    /// <summary>Defines a name that the context defines but that was not reached yet.</summary>
    public void Require(string name)
    {
        if (members.ContainsKey(name) && !Keyword.Is(name))
        {
            Define(name);
        }
    }

    /// <summary>Ends the definition of a term early, so that its own name can be expanded without a cycle (step 14.2.4.1).</summary>
    public void Finish(string term) => defined[term] = true;

    private void Define(string term)
    {
        var place = Place(term);
        if (defined.TryGetValue(term, out bool finished))
        {
            if (!finished)
            {
                throw place.Error(JsonLdErrorCode.CyclicIriMapping, "The term is defined by way of itself.");
            }

            return;
        }

        if (++depth > MaxDepth)
        {
            throw place.Error(JsonLdErrorCode.ContextOverflow, $"More than {MaxDepth} terms are built on each other.");
        }

        defined[term] = false;
        if (MayBeDefined(term, place))
        {
            Create(term, place);
        }

        defined[term] = true;
        depth--;
    }

    private bool MayBeDefined(string term, Place place)
    {
        if (term.Length == 0)
        {
            throw place.Error(JsonLdErrorCode.InvalidTermDefinition, "A term has a name.");
        }

        if (term == Keyword.Type ? !IsTypeContainer(members[term]) : Keyword.Is(term))
        {
            throw place.Error(JsonLdErrorCode.KeywordRedefinition, "A keyword cannot be defined.");
        }

        return term == Keyword.Type || !Keyword.HasForm(term);
    }

    // Step 4: all that may be said of @type is that it is a set and that it is protected.
    private static bool IsTypeContainer(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.GetPropertyCount() > 0
        && value.EnumerateObject().All(member => member.Name switch
        {
            Keyword.Container => member.Value.ValueKind == JsonValueKind.String && member.Value.ValueEquals("@set"u8),
            Keyword.Protected => true,
            _ => false,
        });

    private void Create(string term, Place place)
    {
        var previous = active.Find(term);
        active.Remove(term);
        var definition = new TermReader(processor, active, this, origin, place, term, members[term], protectsAll).Read();
        if (definition is null)
        {
            return;
        }

        ContextWork.Bounded(definition.Iri, place);
        if (scope != ContextScope.Property && previous is { IsProtected: true })
        {
            if (!definition.MeansTheSameAs(previous))
            {
                throw place.Error(JsonLdErrorCode.ProtectedTermRedefinition, $"The term {term} is protected and cannot be changed.");
            }

            definition = previous; // step 27.2: it stays protected
        }

        active.Define(term, definition);
    }

    private Place Place(string member) => origin.IsRemote ? origin.Place : origin.Place.Member(member);
}
