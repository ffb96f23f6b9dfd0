using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Commands;
using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Esco;

/// <summary>The two ways in which an operator hands in files, on a running service with the sample that it begins with.</summary>
public sealed class ImportWaysTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Occupations = "conceptUri,iscoGroup,code,preferredLabel,altLabels\n";

    // The sample was made from these files: it has to say the same.
    [SharedEscoTheory]
    [MemberData(nameof(SharedEsco.All), MemberType = typeof(SharedEsco))]
    public async Task The_sample_says_what_the_published_rows_say(string file, string language, int rows)
    {
        using var answer = await PostAsync(await File.ReadAllBytesAsync(SharedEsco.PathOf(file)), $"?language={language}");
        var imported = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((rows, 0, 0, 0), (Number(imported, "rows"), Number(imported, "new"), Number(imported, "changed"), Number(imported, "removed")));
    }

    [Fact]
    public async Task The_embedded_sample_is_the_one_that_the_manifest_pins()
    {
        foreach (var name in new[] { "schemas/esco/occupations.jsonl", "schemas/esco/skills.jsonl" })
        {
            await using var embedded = typeof(EscoSample).Assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            await embedded.CopyToAsync(copy);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Repository.Root(), name)), copy.ToArray());
        }
    }

    [Fact]
    public async Task A_file_over_the_API_answers_what_it_changed_and_a_broken_one_which_line()
    {
        const string uri = "http://data.europa.eu/esco/occupation/cccccccc-0000-4000-8000-000000000001";
        using var taken = await PostAsync(Encoding.UTF8.GetBytes($"{Occupations}{uri},5413,5413.2,príosúnach,\n"), "?language=ga");
        var imported = await taken.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("occupations", "ga", 1), (imported.GetProperty("kind").GetString(), imported.GetProperty("language").GetString(), Number(imported, "new")));

        using var broken = await PostAsync(Encoding.UTF8.GetBytes($"{Occupations}{uri},5413,5413.2,\"príosúnach,\n"), "?language=ga");
        Assert.Contains("Line 2", (await Problem.ReadAsync(broken)).Detail, StringComparison.Ordinal);
        using var json = await service.Operator.PostAsync("/api/v1/esco/imports?language=ga", Samples.Json("{}"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal(1, await service.Database.CountAsync("SELECT count(*) FROM esco_labels WHERE language = 'ga'"));
    }

    [Fact]
    public async Task The_command_reads_files_by_their_names_and_writes_a_line_for_each()
    {
        var folder = Directory.CreateDirectory(Path.Combine(service.Database.Directory, "esco")).FullName;
        var (czech, relations) = (Path.Combine(folder, "occupations_cs.csv"), Path.Combine(folder, "relations.csv"));
        await File.WriteAllTextAsync(czech, $"{Occupations}{SharedEsco.PrisonOfficer},5413,5413.2,dozorce ve věznici,\n");
        await File.WriteAllTextAsync(relations, $"occupationUri,relationType,skillUri\n{SharedEsco.PrisonOfficer},optional,http://data.europa.eu/esco/skill/1\n");

        var lines = (await RunAsync("esco", "import", czech, relations)).Split(Environment.NewLine);

        Assert.StartsWith("occupations_cs.csv: occupations in cs, 1 rows: 1 new, 0 changed, 0 removed, in ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("relations.csv: relations, 1 rows: 1 new, 0 changed, 0 removed, in ", lines[1], StringComparison.Ordinal);
        Assert.Equal("This service uses the ESCO classification of the European Commission.", lines[2]);

        await File.WriteAllTextAsync(czech, "conceptUri,iscoGroup\n");
        var refused = await Assert.ThrowsAsync<UsageException>(() => RunAsync("esco", "import", czech));
        Assert.Contains("occupations_cs.csv: Line 1: the column code, preferredLabel, altLabels is missing", refused.Message, StringComparison.Ordinal);
        Assert.Contains("language", (await Assert.ThrowsAsync<UsageException>(() => NamelessAsync(folder))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", (await Assert.ThrowsAsync<UsageException>(() => RunAsync("esco", "import", Path.Combine(folder, "none_en.csv")))).Message, StringComparison.Ordinal);
        Assert.Contains("Usage", (await Assert.ThrowsAsync<UsageException>(() => RunAsync("esco", "import"))).Message, StringComparison.Ordinal);
    }

    private async Task NamelessAsync(string folder)
    {
        var file = Path.Combine(folder, "occupations.csv");
        await File.WriteAllTextAsync(file, $"{Occupations}{SharedEsco.PrisonOfficer},5413,5413.2,dozorce,\n");
        await RunAsync("esco", "import", file);
    }

    private static int Number(JsonElement imported, string name) => imported.GetProperty(name).GetInt32();

    private async Task<HttpResponseMessage> PostAsync(byte[] csv, string query)
    {
        await EscoSampleOf.UntilThereAsync(service);
        var content = new ByteArrayContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv", "utf-8") } };
        return await service.Operator.PostAsync($"/api/v1/esco/imports{query}", content);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        await EscoSampleOf.UntilThereAsync(service);
        var commandLine = CommandLine.Read(arguments);
        await using var scope = service.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        await commandLine.Command!(scope.ServiceProvider, new Options(commandLine.Options, commandLine.Files), output, CancellationToken.None);
        return output.ToString();
    }
}
