using System.Text;
using Promote.Credentials.LinkedData.Json;
using Xunit.Abstractions;
using Schema = Promote.Credentials.LinkedData.JsonSchema.JsonSchema;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

/// <summary>The reference is <c>ajv</c> over the official schemas, asked about thousands of documents with one mistake each.</summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    [Trait("needs", "node")]
    [FactNeedsNode]
    public async Task Every_mutant_gets_the_verdict_of_ajv_over_the_official_schema()
    {
        List<Mutant> mutants = [.. OfficialSchema.All.SelectMany(Mutate)];

        var reference = await AskAjv(mutants);

        Assert.Equal(mutants.Count, reference.Length);
        var own = OfficialSchema.All.ToDictionary(schema => schema.Name, schema => schema.Own);
        var official = OfficialSchema.All.ToDictionary(schema => schema.Name, schema => Schema.Parse(schema.Root));
        var differences = mutants.Zip(reference)
            .Select(pair => (pair.First, Ajv: pair.Second, Here: Verdict(official, pair.First) + Verdict(own, pair.First)))
            .Where(verdicts => verdicts.Ajv != verdicts.Here || verdicts.Ajv[0] != verdicts.Ajv[1])
            .Select(verdicts => $"ajv {verdicts.Ajv}, here {verdicts.Here}: {verdicts.First}")
            .ToList();

        output.WriteLine($"{mutants.Count} mutants, {reference.Count(verdict => verdict[0] == '0')} of them invalid");
        foreach (var group in mutants.GroupBy(mutant => mutant.Keyword))
        {
            output.WriteLine($"  {group.Count()} {group.Key}");
        }

        Assert.Empty(differences);
        Assert.True(mutants.Count >= 400);
    }

    [VectorsFact]
    public void The_mutants_break_every_keyword_of_the_official_schemas()
    {
        foreach (var schema in OfficialSchema.All)
        {
            var broken = schema.Valid.SelectMany(document => new Mutations(schema.Name, schema.Root, document, []).Broken);

            Assert.Empty(schema.Sites().Except(broken));
        }
    }

    private static IEnumerable<Mutant> Mutate(OfficialSchema schema) => schema.Valid
        .SelectMany(document => new Mutations(schema.Name, schema.Root, document, OfficialSchema.Listed).All)
        .DistinctBy(mutant => mutant.Json);

    private static string Verdict(Dictionary<string, Schema> schemas, Mutant mutant)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(mutant.Json));
        return schemas[mutant.Schema].Validate(document.RootElement).Count == 0 ? "1" : "0";
    }

    /// <summary>Two digits a mutant: by the official schema and by ours, 1 for valid.</summary>
    private static Task<string[]> AskAjv(List<Mutant> mutants) => NodeScript.AskAsync(
        "schemas/verdicts.mjs",
        Vectors.PathOf("open-badges/schemas"),
        mutants.Select(mutant => $$"""{"schema":"{{mutant.Schema}}","document":{{mutant.Json}}}"""));
}
