using System.Collections.Concurrent;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

/// <summary>The W3C test suite of the JSON-LD 1.1 API; its documents are also the registry of remote contexts.</summary>
internal static class W3cJsonLdSuite
{
    private const string Folder = "json-ld-api";
    private const string BaseIri = "https://w3c.github.io/json-ld-api/tests/";

    private static readonly ConcurrentDictionary<string, JsonElement> Manifests = new(StringComparer.Ordinal);

    private static readonly Lazy<JsonLdProcessor> LazyProcessor = new(() => new JsonLdProcessor(ContextRegistry.Of(
        Directory.EnumerateFiles(Vectors.PathOf(Folder), "*.jsonld", SearchOption.AllDirectories).ToDictionary(
            file => BaseIri + Path.GetRelativePath(Vectors.PathOf(Folder), file).Replace('\\', '/'),
            file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file)))));

    public static JsonLdProcessor Processor => LazyProcessor.Value;

    /// <summary>The entries of a manifest that are about JSON-LD 1.1, by identifier, that have or have not a kind of result.</summary>
    public static TheoryData<string> Entries(string manifest, Func<JsonElement, bool> choose)
    {
        var ids = new TheoryData<string>();
        if (Vectors.Missing is null)
        {
            foreach (var entry in Manifest(manifest).EnumerateArray().Where(entry => IsVersion11(entry) && choose(entry)))
            {
                ids.Add(entry.GetProperty("@id").GetString()!);
            }
        }

        return ids;
    }

    public static JsonElement Entry(string manifest, string id) =>
        Manifest(manifest).EnumerateArray().Single(entry => entry.GetProperty("@id").ValueEquals(id));

    public static string Text(JsonElement entry, string member) => entry.GetProperty(member).GetString()!;

    public static byte[] Read(string path) => Vectors.Read($"{Folder}/{path}");

    public static JsonElement Json(string path) => StrictJson.Parse(Read(path)).RootElement;

    public static JsonLdOptions Options(JsonElement entry)
    {
        var option = entry.TryGetProperty("option", out var stated) ? stated : default;
        return new JsonLdOptions
        {
            Base = Find("base") ?? BaseIri + Text(entry, "input"),
            ExpandContext = Find("expandContext") is { } context ? Json(context) : null,
            ProduceGeneralizedRdf = option.ValueKind == JsonValueKind.Object
                && option.TryGetProperty("produceGeneralizedRdf", out var generalized) && generalized.GetBoolean(),
            RdfDirection = Find("rdfDirection") switch
            {
                null => RdfDirection.None,
                "i18n-datatype" => RdfDirection.I18nDatatype,
                "compound-literal" => RdfDirection.CompoundLiteral,
                var other => throw new NotSupportedException(other),
            },
        };

        string? Find(string name) =>
            option.ValueKind == JsonValueKind.Object && option.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static JsonElement Manifest(string name) =>
        Manifests.GetOrAdd(name, static name => Json($"{name}-manifest.jsonld").GetProperty("sequence"));

    private static bool IsVersion11(JsonElement entry) =>
        !entry.TryGetProperty("option", out var option)
        || (!Is10(option, "specVersion") && !Is10(option, "processingMode"));

    private static bool Is10(JsonElement option, string name) =>
        option.TryGetProperty(name, out var value) && value.ValueEquals("json-ld-1.0");
}
