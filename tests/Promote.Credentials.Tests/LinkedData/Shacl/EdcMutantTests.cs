using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;
using Promote.Credentials.LinkedData.Shacl;
using Xunit.Abstractions;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>The reference is <c>jsonld</c> and <c>rdf-validate-shacl</c> over the official contexts and shapes.</summary>
public sealed class EdcMutantTests(ITestOutputHelper output)
{
    // The reference takes a third of a second for each.
    private const int Share = 5;

    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);

    [Trait("needs", "node")]
    [FactNeedsNode]
    public async Task The_samples_mean_and_violate_what_the_official_files_make_of_them()
    {
        string[] samples = [.. EdcSample.All.Select(sample => sample.ToJsonString())];

        Assert.Equal(samples.Select(Verdict), await AskAsync(samples));
    }

    [Trait("needs", "node")]
    [Trait("speed", "slow")]
    [FactNeedsNode]
    public async Task Every_mutant_means_and_violates_what_the_official_files_make_of_it()
    {
        var mutations = new EdcMutations(EdcSample.Golden);
        EdcMutant[] all = [.. mutations.All];
        EdcMutant[] mutants = Extent.IsWhole ? all : [.. all.GroupBy(mutant => mutant.Component).SelectMany(group => group.Where((mutant, number) => number % Share == 0 || IsMisspelled(mutant)))];

        var reference = await AskAsync(mutants.Select(mutant => mutant.Json));

        Assert.Equal(mutants.Length, reference.Length);
        var own = mutants.Select(mutant => Verdict(mutant.Json)).ToList();
        output.WriteLine($"{mutants.Length} mutants, {reference.Count(verdict => !verdict.Conforms)} of them invalid, for {mutations.Aims.Count} constraints");
        foreach (var group in mutants.GroupBy(mutant => mutant.Component))
        {
            output.WriteLine($"  {group.Count()} {group.Key}");
        }

        var rows = mutants.Zip(reference, own).ToList();
        AssertNone(rows.Where(row => row.Second.NQuads != row.Third.NQuads || row.Second.Violations120 != row.Third.Violations120));
        AssertNone(rows.Where(row => row.Second.Violations110 != row.Third.Violations110 && !IsMisspelled(row.First)));
        Assert.Contains(rows, row => row.Second.Violations110 != row.Third.Violations110);
        Assert.True(all.Length >= 400 && mutants.Length >= all.Length / Share);
    }

    // Version 3.1 of the context, of the time of the shapes 1.1.0, misspells two terms; the one here has them right.
    private static bool IsMisspelled(EdcMutant mutant) =>
        mutant.Aim.Contains("elm/resultDistribution", StringComparison.Ordinal) || mutant.Aim.Contains("elm/nationalId", StringComparison.Ordinal);

    private static void AssertNone(IEnumerable<(EdcMutant Mutant, EdcVerdict Reference, EdcVerdict Here)> differences)
    {
        string[] lines = [.. differences.Select(row => $"{row.Mutant.Aim}: {row.Reference}, here {row.Here}: {row.Mutant.Json}")];
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }

    private static async Task<EdcVerdict[]> AskAsync(IEnumerable<string> documents) =>
        [.. (await NodeScript.AskAsync("schemas/edc-verdicts.mjs", Vectors.PathOf("europass"), documents)).Select(EdcVerdict.Read)];

    private static EdcVerdict Verdict(string json)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(json));
        var dataset = Processor.ToRdf(document.RootElement, new JsonLdOptions());
        return new EdcVerdict(
            Convert.ToHexStringLower(SHA256.HashData(Canonicalizer.Canonicalize(dataset).NQuads.Span)),
            EdcVerdict.Lines(EmbeddedShapes.EdcGeneric_1_1_0.Validate(dataset).Select(Line)),
            EdcVerdict.Lines(EmbeddedShapes.EdcGeneric_1_2_0.Validate(dataset).Select(Line)));
    }

    private static string Line(ShaclViolation violation) =>
        $"{(violation.FocusNode is BlankNode ? "_:" : violation.FocusNode.Value)}, {violation.Path?.Value}, {violation.Component}";
}
