using System.Collections.Frozen;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;

namespace Promote.Credentials.Formats.Europass;

/// <summary>How the properties of the shapes are called in JSON: <c>rov:legalName</c> is <c>legalName</c>, <c>elm:ISCEDFCode</c> is <c>thematicArea</c>.</summary>
internal static class EdcNames
{
    private const string CredentialType = "VerifiableCredential";

    /// <summary>A value that says which member it was given to.</summary>
    private const string Marker = "urn:member:";

    // The type of a credential brings names of its own, which hold in that object only.
    private static readonly Lazy<FrozenDictionary<string, string>> OfCredential = new(() => Read(CredentialType, [.. ScopedNames(), .. ProfileNames()]));
    private static readonly Lazy<FrozenDictionary<string, string>> OfOthers = new(() => Read("Concept", ProfileNames()));

    /// <summary>The member of an object that stands for a property; null where no member does.</summary>
    public static string? Member(JsonElement node, string property) =>
        (IsCredential(node) ? OfCredential : OfOthers).Value.GetValueOrDefault(property);

    private static bool IsCredential(JsonElement node) =>
        node.TryGetProperty("type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsCredentialType) : IsCredentialType(type));

    private static bool IsCredentialType(JsonElement type) => type.ValueKind == JsonValueKind.String && type.ValueEquals(CredentialType);

    private static IEnumerable<string> ProfileNames() => Names(Context(EdcContexts.ApplicationProfile));

    private static IEnumerable<string> ScopedNames() => Names(Context(EdcContexts.Credentials).GetProperty(CredentialType).GetProperty(EdcContexts.Member));

    private static IEnumerable<string> Names(JsonElement context) =>
        context.EnumerateObject().Select(term => term.Name).Where(name => name is not ("id" or "type" or ['@', ..]));

    private static JsonElement Context(string url) => ContextRegistry.Embedded.TryGet(url, out var utf8)
        ? StrictJson.Parse(utf8).RootElement.GetProperty(EdcContexts.Member)
        : throw new InvalidDataException($"The context {url} is not embedded.");

    /// <summary>Expands one object of a type with every member, each marked with its name.</summary>
    private static FrozenDictionary<string, string> Read(string type, IEnumerable<string> names)
    {
        var members = names.Distinct().ToDictionary(name => name, name => (object)(Marker + name));
        members[EdcContexts.Member] = new[] { EdcContexts.Credentials, EdcContexts.ApplicationProfile };
        members["type"] = type;
        var expanded = new JsonLdProcessor(ContextRegistry.Embedded).Expand(JsonSerializer.SerializeToElement(members), new());
        using var document = StrictJson.Parse(expanded);
        return document.RootElement[0].EnumerateObject()
            .Where(property => !property.Name.StartsWith('@'))
            .ToFrozenDictionary(property => property.Name, property => MarkedName(property.Value));
    }

    private static string MarkedName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => MarkedName(value[0]),
        JsonValueKind.Object => MarkedName(value.EnumerateObject().First(member => member.Name is "@id" or "@value" or "@graph").Value),
        _ => value.GetString()![Marker.Length..],
    };
}
