using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Tests.LinkedData.Rdfc;

/// <summary>The W3C test suite of RDFC-1.0, with the default budget.</summary>
public sealed class W3cRdfCanonTests
{
    private const string Folder = "rdf-canon/tests/";

    public static TheoryData<string, string, string> Evaluations => Entries("rdfc:RDFC10EvalTest");

    public static TheoryData<string, string, string> Maps => Entries("rdfc:RDFC10MapTest");

    [VectorsTheory]
    [MemberData(nameof(Evaluations))]
    public void A_dataset_gets_its_canonical_form(string action, string result, string algorithm) =>
        Assert.Equal(Text(result), Encoding.UTF8.GetString(Canonicalize(action, algorithm).NQuads.Span));

    [VectorsTheory]
    [MemberData(nameof(Maps))]
    public void Each_blank_node_gets_its_canonical_label(string action, string result, string algorithm)
    {
        var expected = JsonSerializer.Deserialize<Dictionary<string, string>>(Vectors.Read(Folder + result))!;

        Assert.Equal(expected, Canonicalize(action, algorithm).IssuedIdentifiers.ToDictionary());
    }

    [VectorsFact]
    public void A_poison_graph_is_refused_in_under_half_a_second()
    {
        // The best of a few runs: what a busy machine and the compiler add is not the budget's doing.
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            Assert.Throws<RdfcBudgetException>(() => Canonicalize("rdfc10/test074-in.nq", "SHA256"));
            return clock.ElapsedMilliseconds;
        });

        Assert.InRange(best, 0, 500);
    }

    [VectorsFact]
    public void The_suite_is_complete()
    {
        Assert.Equal(64, Evaluations.Count);
        Assert.Equal(21, Maps.Count);
    }

    private static CanonicalDataset Canonicalize(string action, string algorithm) =>
        Canonicalizer.Canonicalize(NQuadsReader.Read(Text(action)), new HashAlgorithmName(algorithm), RdfcBudget.Default);

    private static string Text(string file) => Encoding.UTF8.GetString(Vectors.Read(Folder + file));

    private static TheoryData<string, string, string> Entries(string type)
    {
        var entries = new TheoryData<string, string, string>();
        if (Vectors.Missing is null)
        {
            using var manifest = StrictJson.Parse(Vectors.Read(Folder + "manifest.jsonld"));
            foreach (var entry in manifest.RootElement.GetProperty("entries").EnumerateArray().Where(e => e.GetProperty("type").ValueEquals(type)))
            {
                var algorithm = entry.TryGetProperty("hashAlgorithm", out var name) ? name.GetString()! : "SHA256";
                entries.Add(entry.GetProperty("action").GetString()!, entry.GetProperty("result").GetString()!, algorithm);
            }
        }

        return entries;
    }
}
