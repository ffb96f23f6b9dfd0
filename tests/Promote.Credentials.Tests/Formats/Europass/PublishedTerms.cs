using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.Formats.Europass;

/// <summary>The terms of a published context with their IRIs.</summary>
internal static class PublishedTerms
{
    public static IEnumerable<KeyValuePair<string, string>> Read(string path)
    {
        var context = StrictJson.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("@context");
        return from term in context.EnumerateObject()
               where term.Value.ValueKind == JsonValueKind.Object
               let parts = term.Value.GetProperty("@id").GetString()!.Split(':', 2)
               select KeyValuePair.Create(term.Name, context.GetProperty(parts[0]).GetString() + parts[1]);
    }
}
