using System.Diagnostics;
using System.Text;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.Tests.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

/// <summary>Documents made to break the processor are refused as documents, in bounded time.</summary>
public sealed class HostileJsonLdTests
{
    private const string CredentialsV2 = "https://www.w3.org/ns/credentials/v2";

    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);

    private static readonly string[] Names =
    [
        "@context", "@id", "@type", "@value", "@language", "@direction", "@graph", "@list", "@set", "@reverse", "@index", "@nest",
        "@included", "@container", "@protected", "@prefix", "@vocab", "@base", "@version", "@import", "@propagate", "@json", "@none",
        "a", "b", "a:b", "b:a", "urn:p", "_:x", "", ":", "id", "type", "proof", "credentialSubject",
    ];

    private static readonly string[] Strings =
    [
        "@id", "@type", "@vocab", "@json", "@none", "@list", "@set", "@graph", "@index", "@language", "@nest", "@unknown",
        "a", "b", "a:b", "b:", "_:x", "_:", "urn:p", "urn:p#", "http://example.org/", "../..", "", ":", "//", "ltr", "en",
        CredentialsV2, "VerifiableCredential", "😀", "\u0000",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_json_is_taken_or_refused_and_nothing_else(bool safeMode)
    {
        var options = new JsonLdOptions { SafeMode = safeMode, RdfDirection = RdfDirection.CompoundLiteral, Base = safeMode ? null : "http://base.example/" };
        Properties.ForAll(JsonTrees.From(Names, Strings), json =>
        {
            using var document = StrictJson.Parse(json);
            try
            {
                Processor.Expand(document.RootElement, options);
                Processor.ToRdf(document.RootElement, options);
            }
            catch (JsonLdException e)
            {
                Assert.NotEmpty(e.Code);
            }
        }, runs: 2_000);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_or_read_in_bounded_time_and_space(string name)
    {
        var json = Bomb(name);
        Assert.InRange(json.Length, 100_000, StrictJson.DefaultMaxBytes);
        using var document = StrictJson.Parse(json);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var error = Record.Exception(() => Processor.ToRdf(document.RootElement, JsonLdOptions.Credential));

        Assert.True(error is null or JsonLdException, $"{error}");
        Assert.InRange(clock.ElapsedMilliseconds, 0, 10_000);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) >> 20, 0, 256);
    }

    public static TheoryData<string> Bombs =>
    [
        "prefixes built on each other", "scoped contexts of a large context", "a large context in every node",
        "a sequence of contexts", "a long vocabulary", "a growing vocabulary", "contexts that import contexts",
    ];

    private static byte[] Bomb(string name) => Encoding.UTF8.GetBytes(name switch
    {
        "prefixes built on each other" => Context(9_000, i => $"\"t{i}\": \"t{i + 1}:x\""),
        "scoped contexts of a large context" => Context(3_000, i => $"\"t{i}\": {{\"@id\": \"urn:t\", \"@context\": \"{CredentialsV2}\"}}"),
        "a large context in every node" =>
            $$"""{"@context": "{{CredentialsV2}}", "urn:p": [{{Repeat(7_000, i => $"{{\"@context\": {{\"t{i}\": \"urn:t\"}}}}")}}]}""",
        "a sequence of contexts" => $$"""{"@context": [{{Repeat(5_000, _ => $"\"{CredentialsV2}\"")}}]}""",
        "a long vocabulary" => $$"""{"@context": {"@vocab": "urn:{{new string('v', 100_000)}}"}, {{Repeat(9_000, i => $"\"t{i}\": 1")}}}""",
        "a growing vocabulary" => $$"""{"@context": [{"@vocab": "urn:v"}, {{Repeat(5_000, _ => "{\"@vocab\": \"vvvvvvvvvvvvvvvvvvvv\"}")}}], "t": 1}""",
        _ => $$"""{"@context": [{{Repeat(4_000, _ => $"{{\"@import\": \"{CredentialsV2}\"}}")}}]}""",
    });

    private static string Context(int terms, Func<int, string> term) => $$"""{"@context": { {{Repeat(terms, term)}} }, "t0": 1}""";

    private static string Repeat(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));
}
