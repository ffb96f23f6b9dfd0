using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>Reads one term definition (JSON-LD 1.1 API §4.2.2 steps 7 to 26); the step numbers are the standard's.</summary>
internal sealed class TermReader(
    ContextProcessor processor,
    ActiveContext active,
    TermDefiner definer,
    ContextOrigin origin,
    Place place,
    string term,
    JsonElement value,
    bool isProtected)
{
    private readonly TermDefinition definition = new() { IsProtected = isProtected, BaseUrl = origin.BaseUrl };

    /// <summary>The definition; null when the standard says to ignore it.</summary>
    public TermDefinition? Read()
    {
        var iri = new TermIri(active, definer, place, term, definition);
        bool simple = value.ValueKind == JsonValueKind.String;
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
        {
            return iri.Read(value, simple) ? definition : null; // steps 7 and 8: short for {"@id": value}
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Error(JsonLdErrorCode.InvalidTermDefinition, "A term is defined by an IRI, an object or null.");
        }

        CheckMembers();
        if (Has(Keyword.Protected, out var stated))
        {
            definition.IsProtected = Boolean(stated, JsonLdErrorCode.InvalidProtectedValue, place);
        }

        ReadType();
        if (Has(Keyword.Reverse, out var reverse))
        {
            return ReadReverse(reverse) ? definition : null;
        }

        if (!iri.Read(Has(Keyword.Id, out var id) ? id : null, simple))
        {
            return null;
        }

        ReadContainer();
        ReadIndex();
        ReadScopedContext();
        ReadLanguage();
        ReadDirection();
        ReadNest();
        ReadPrefix();
        return definition;
    }

    public static bool Boolean(JsonElement value, string code, Place place) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw place.Error(code, "The value is true or false.");

    // Step 26, first because what follows then knows what can be there.
    private void CheckMembers()
    {
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name is not (Keyword.Id or Keyword.Reverse or Keyword.Container or Keyword.Context or Keyword.Direction
                or Keyword.Index or Keyword.Language or Keyword.Nest or Keyword.Prefix or Keyword.Protected or Keyword.Type))
            {
                throw Error(JsonLdErrorCode.InvalidTermDefinition, $"A term definition has no member {member.Name}.");
            }
        }
    }

    private void ReadType()
    {
        if (!Has(Keyword.Type, out var type))
        {
            return;
        }

        var expanded = type.ValueKind == JsonValueKind.String ? Expand(type.GetString()!) : null;
        definition.Type = expanded is Keyword.Id or Keyword.Vocab or Keyword.Json or Keyword.None
            || (expanded is not null && Rdf.Iri.HasScheme(expanded))
                ? expanded
                : throw Error(JsonLdErrorCode.InvalidTypeMapping, "@type is an IRI, @id, @vocab, @json or @none.");
    }

    // Step 13
    private bool ReadReverse(JsonElement reverse)
    {
        if (Has(Keyword.Id, out _) || Has(Keyword.Nest, out _))
        {
            throw Error(JsonLdErrorCode.InvalidReverseProperty, "A reverse property has neither @id nor @nest.");
        }

        if (reverse.ValueKind != JsonValueKind.String)
        {
            throw Error(JsonLdErrorCode.InvalidIriMapping, "@reverse is an IRI.");
        }

        string property = reverse.GetString()!;
        if (Keyword.HasForm(property))
        {
            return false;
        }

        definition.Iri = Expand(property) is { } iri && IriExpansion.IsIriOrBlank(iri)
            ? iri
            : throw Error(JsonLdErrorCode.InvalidIriMapping, "@reverse is not an IRI.");
        if (Has(Keyword.Container, out var container) && container.ValueKind != JsonValueKind.Null)
        {
            definition.Containers = ContainerReader.Read(container, place);
            if (definition.Containers is not (Containers.Set or Containers.Index))
            {
                throw Error(JsonLdErrorCode.InvalidReverseProperty, "The container of a reverse property is @set or @index.");
            }
        }

        definition.IsReverse = true;
        ReadIndex();
        ReadScopedContext();
        return true;
    }

    // Step 19
    private void ReadContainer()
    {
        if (!Has(Keyword.Container, out var container))
        {
            return;
        }

        definition.Containers = ContainerReader.Read(container, place);
        if (definition.Containers.HasFlag(Containers.Type))
        {
            definition.Type ??= Keyword.Id;
            if (definition.Type is not (Keyword.Id or Keyword.Vocab))
            {
                throw Error(JsonLdErrorCode.InvalidTypeMapping, "A map by type holds @id or @vocab.");
            }
        }
    }

    // Step 20
    private void ReadIndex()
    {
        if (Has(Keyword.Index, out var index))
        {
            definition.Index = definition.Containers.HasFlag(Containers.Index)
                && index.ValueKind == JsonValueKind.String
                && Expand(index.GetString()!) is { } iri && Rdf.Iri.HasScheme(iri)
                    ? index.GetString()
                    : throw Error(JsonLdErrorCode.InvalidTermDefinition, "@index names a property, in a container @index.");
        }
    }

    // Step 21: a context that is only used later is checked now.
    private void ReadScopedContext()
    {
        if (!Has(Keyword.Context, out var context))
        {
            return;
        }

        try
        {
            processor.Process(active, context, origin with { ValidatesScopedContexts = false }, ContextScope.Property);
        }
        catch (JsonLdException e) when (e.Code != JsonLdErrorCode.ContextOverflow)
        {
            throw Error(JsonLdErrorCode.InvalidScopedContext, $"The scoped context is broken: {e.Message}");
        }

        definition.LocalContext = context;
    }

    // Steps 22 and 23: where a type is stated, language and direction mean nothing.
    private void ReadLanguage()
    {
        if (definition.Type is null && Has(Keyword.Language, out var language))
        {
            definition.Language = language.ValueKind is JsonValueKind.String or JsonValueKind.Null
                ? new Mapping(language.GetString())
                : throw Error(JsonLdErrorCode.InvalidLanguageMapping, "@language is a language tag or null.");
        }
    }

    private void ReadDirection()
    {
        if (definition.Type is null && Has(Keyword.Direction, out var value))
        {
            definition.Direction = TextDirection.TryRead(value, out var direction)
                ? new Mapping(direction)
                : throw Error(JsonLdErrorCode.InvalidBaseDirection, "@direction is \"ltr\", \"rtl\" or null.");
        }
    }

    private void ReadNest()
    {
        if (Has(Keyword.Nest, out var nest))
        {
            definition.Nest = nest.ValueKind == JsonValueKind.String && (nest.ValueEquals("@nest"u8) || !Keyword.Is(nest.GetString()!))
                ? nest.GetString()
                : throw Error(JsonLdErrorCode.InvalidNestValue, "@nest is a term or \"@nest\".");
        }
    }

    private void ReadPrefix()
    {
        if (!Has(Keyword.Prefix, out var prefix))
        {
            return;
        }

        if (term.AsSpan().IndexOfAny(':', '/') >= 0)
        {
            throw Error(JsonLdErrorCode.InvalidTermDefinition, "A term with a colon or slash cannot be a prefix.");
        }

        definition.IsPrefix = Boolean(prefix, JsonLdErrorCode.InvalidPrefixValue, place);
        if (definition.IsPrefix && definition.Iri is { } iri && Keyword.Is(iri))
        {
            throw Error(JsonLdErrorCode.InvalidTermDefinition, "A keyword cannot be a prefix.");
        }
    }

    private bool Has(string member, out JsonElement found) => value.TryGetProperty(member, out found);

    private string? Expand(string text) => IriExpansion.Expand(active, text, vocab: true, defining: definer);

    private JsonLdException Error(string code, string message) => place.Error(code, message);
}
