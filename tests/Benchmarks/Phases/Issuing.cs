using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, the 4 KB credential: each step to a signature, and all of them.</summary>
public class Issuing
{
    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);
    private readonly Draft draft = Sample.Write(Sample.Proposal);
    private readonly JsonDocument document;
    private readonly RdfDataset dataset;
    private readonly LintedDocument linted;

    public Issuing()
    {
        document = StrictJson.Parse(draft.Utf8);
        dataset = Processor.ToRdf(document.RootElement, JsonLdOptions.Credential);
        linted = Sample.Lint(draft);
    }

    [Benchmark]
    public object Write() => Sample.Write(Sample.Proposal);

    [Benchmark]
    public void Parse() => StrictJson.Parse(draft.Utf8).Dispose();

    [Benchmark]
    public object ExpandAndToRdf() => Processor.ToRdf(document.RootElement, JsonLdOptions.Credential);

    [Benchmark]
    public object Rdfc() => Canonicalizer.Canonicalize(dataset);

    [Benchmark]
    public object HashAndSign() => Sample.Sign(linted);

    [Benchmark(Description = "Expand, toRdf, RDFC and sign")]
    public object CanonicalizeAndSign()
    {
        CanonicalRdf.Canonicalize(document.RootElement);
        return Sample.Sign(linted);
    }

    [Benchmark(Description = "Write, lint and sign: a whole credential")]
    public ReadOnlyMemory<byte> Whole() => Sample.Signed();
}
