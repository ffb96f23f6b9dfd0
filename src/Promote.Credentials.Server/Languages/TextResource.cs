using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Languages;

/// <summary>The texts as they lie in <c>Languages/{area}/{language}.json</c>, compiled into this assembly.</summary>
internal static class TextResource
{
    private const string Root = "languages/";

    /// <summary>The areas: the folders of this folder.</summary>
    public static IReadOnlyList<string> Areas { get; } =
    [
        .. typeof(TextResource).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Select(name => name.Split('/')[1])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every text of a language by its full key, <c>{area}.{key}</c>.</summary>
    /// <exception cref="InvalidDataException">A file is missing, or a text is not one.</exception>
    public static IEnumerable<KeyValuePair<string, TextForms>> Read(Language language) => Areas.SelectMany(area => Read(area, language));

    private static IEnumerable<KeyValuePair<string, TextForms>> Read(string area, Language language)
    {
        var name = $"{Root}{area}/{language.Tag}.json";
        using var stream = typeof(TextResource).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no {name}.");
        var utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        using var document = StrictJson.Parse(utf8);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            yield return new($"{area}.{member.Name}", FormsOf(member.Value));
        }
    }

    private static TextForms FormsOf(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? new(value.EnumerateObject().ToDictionary(form => Enum.Parse<PluralCategory>(form.Name, ignoreCase: true), form => TextTemplate.Parse(form.Value.GetString()!)))
        : new(TextTemplate.Parse(value.GetString()!));
}
