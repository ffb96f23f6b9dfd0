using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, a European Digital Credential of about 350 triples: its shapes alone, and everything that it is checked for.</summary>
public class Europass
{
    private readonly byte[] utf8 = EuropassSample.OfOutcomes(30);
    private readonly RdfDataset dataset;

    public Europass()
    {
        using JsonDocument document = StrictJson.Parse(utf8);
        dataset = new JsonLdProcessor(ContextRegistry.Embedded).ToRdf(document.RootElement, JsonLdOptions.Credential);
        Console.WriteLine($"// {utf8.Length} bytes, {dataset.Count} triples");
    }

    [Benchmark(Description = "Check against the shapes 1.2.0")]
    public int Shapes() => EmbeddedShapes.EdcGeneric_1_2_0.Validate(dataset).Count;

    [Benchmark(Description = "Parse and check a whole EDC")]
    public int Everything()
    {
        using JsonDocument document = StrictJson.Parse(utf8);
        var findings = EdcValidation.Validate(document.RootElement);
        return findings.Count == 0 ? 0 : throw new InvalidOperationException(string.Join(' ', findings));
    }
}
