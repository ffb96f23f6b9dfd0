using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>What the members of an object amount to, before it is known whether they make a node, a value, a list or a set.</summary>
internal sealed class ObjectDraft(Place place)
{
    private readonly List<string> keywords = [];
    private bool hasValue;
    private bool isJson;
    private JsonElement value;

    public ExpandedNode Node { get; } = new(place);

    public bool HasTypeArray { get; set; }

    public string? Language { get; set; }

    public string? Direction { get; set; }

    public List<Expanded>? List { get; set; }

    public List<Expanded>? Set { get; set; }

    /// <summary>The value of a term of the type <c>@json</c>.</summary>
    public static ExpandedValue JsonValue(JsonElement value, Place place) => new(place)
    {
        Json = value,
        Text = value.ValueKind == JsonValueKind.String ? value.GetString() : null,
        Type = Keyword.Json,
    };

    /// <summary>Refuses two members that mean the same keyword (step 13.4.2).</summary>
    public void NoteKeyword(string keyword, Place at)
    {
        if (keyword is Keyword.Included or Keyword.Type or Keyword.Reverse)
        {
            return;
        }

        if (keywords.Contains(keyword))
        {
            throw at.Error(JsonLdErrorCode.CollidingKeywords, $"The object has {keyword} twice.");
        }

        keywords.Add(keyword);
    }

    public void SetId(string? id)
    {
        Node.Id = id;
        Node.HasId = true;
    }

    // Step 13.4.7
    public void SetValue(JsonElement stated, bool json, Place at)
    {
        if (!json && stated.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            throw at.Error(JsonLdErrorCode.InvalidValueObjectValue, "@value is a string, number, boolean or null.");
        }

        hasValue = true;
        isJson = json;
        value = stated;
    }

    /// <summary>Steps 15 to 20.</summary>
    public Expanded? Finish(string? property, SafeMode safe)
    {
        bool isTop = property is null or Keyword.Graph;
        if (hasValue)
        {
            var result = FinishValue(safe);
            return isTop ? Drop(safe, "A value outside of any property") : result;
        }

        if (List is not null || Set is not null)
        {
            return FinishCollection(isTop, safe);
        }

        if (Language is not null || Direction is not null)
        {
            safe.Dropped(place, "A language or direction without a value");
            if (Node is { IsOnlyId: true, HasId: false })
            {
                return null;
            }
        }

        return isTop && Node.IsOnlyId ? Drop(safe, "A node that says nothing") : Node;
    }

    // Step 15
    private ExpandedValue? FinishValue(SafeMode safe)
    {
        bool isTyped = Node.Types is not null;
        if (Node.HasId || Node.Properties.Count > 0 || Node.Reverse is not null || Node.Graph is not null
            || Node.Included is not null || List is not null || Set is not null
            || (isTyped && (Language is not null || Direction is not null)))
        {
            throw place.Error(JsonLdErrorCode.InvalidValueObject, "A value has members that do not go with @value.");
        }

        if (isJson)
        {
            return JsonValue(value, place);
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            safe.Dropped(place, "A null");
            return null;
        }

        if (Language is not null && value.ValueKind != JsonValueKind.String)
        {
            throw place.Error(JsonLdErrorCode.InvalidLanguageTaggedValue, "Only a text has a language.");
        }

        if (isTyped && (HasTypeArray || Node.Types is not [var type] || !Rdf.Iri.TryCreate(type, out _)))
        {
            throw place.Error(JsonLdErrorCode.InvalidTypedValue, "The type of a value is one IRI.");
        }

        return new ExpandedValue(place)
        {
            Text = value.ValueKind == JsonValueKind.String ? value.GetString() : null,
            Json = value,
            Type = Node.Types?[0],
            Language = Language,
            Direction = Direction,
            Index = Node.Index,
        };
    }

    // Step 17
    private Expanded? FinishCollection(bool isTop, SafeMode safe)
    {
        if (Node.HasId || Node.Types is not null || Node.Properties.Count > 0 || Node.Reverse is not null || Node.Graph is not null
            || Node.Included is not null || Language is not null || Direction is not null || (List is not null && Set is not null))
        {
            throw place.Error(JsonLdErrorCode.InvalidSetOrListObject, "Nothing but @index goes with @list or @set.");
        }

        if (Set is not null)
        {
            return new ExpandedSet(place, Set);
        }

        return isTop ? Drop(safe, "A list outside of any property") : new ExpandedList(place, List!) { Index = Node.Index };
    }

    private Expanded? Drop(SafeMode safe, string what)
    {
        safe.Dropped(place, what);
        return null;
    }
}
