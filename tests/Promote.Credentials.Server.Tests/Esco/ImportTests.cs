using System.Globalization;
using System.Text;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco.Files;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Esco;

/// <summary>What becomes of ESCO's files in the tables, on each database.</summary>
public sealed class ImportTests
{
    private const string Header = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n";
    private const string Listen = "http://data.europa.eu/esco/skill/aaaaaaaa-0000-4000-8000-000000000001";
    private const string Search = "http://data.europa.eu/esco/skill/aaaaaaaa-0000-4000-8000-000000000002";
    private const string Officer = SharedEsco.PrisonOfficer;

    /// <summary>Files that nothing may become of: what is wrong, the file, and what the refusal has to say.</summary>
    public static TheoryData<string, string, string> Broken { get; } = new()
    {
        { "nothing at all", "", "Line 1:" },
        { "another table", "name,age\nAna,7\n", "Line 1:" },
        { "no preferredLabel", "conceptType,conceptUri,skillType,reuseLevel,altLabels\n", "preferredLabel" },
        { "no altLabels", "conceptUri,iscoGroup,code,preferredLabel\n", "altLabels" },
        { "a header and no rows", Header, "no rows" },
        { "no ESCO URI", $"{Header}{Row(Listen, "listen")}x,https://example.org/skill/1,knowledge,,search cells,\n", "Line 3: conceptUri" },
        { "an occupation among skills", $"{Header}x,{Officer},knowledge,,search cells,\n", "Line 2: conceptUri" },
        { "a quote that is never closed", $"{Header}{Row(Listen, "listen")}x,{Search},knowledge,,\"search cells,\nx,y,z\n", "Line 3:" },
        { "a row with too few cells", $"{Header}{Row(Listen, "listen")}x,{Search}\n", "Line 3:" },
        { "a concept twice", $"{Header}{Row(Listen, "listen")}{Row(Listen, "listen again")}", "Line 3:" },
        { "a label that is too long", $"{Header}{Row(Listen, new string('a', EscoFile.MaxLabel + 1))}", "Line 2:" },
        { "too many labels", $"{Header}{Row(Listen, "listen", [.. Enumerable.Range(0, EscoFile.MaxAlternatives + 1).Select(i => $"hear {i}")])}", "Line 2:" },
        { "an unknown relation", $"occupationUri,relationType,skillType,skillUri\n{Officer},vital,knowledge,{Listen}\n", "Line 2: relationType" },
    };

    [SharedEscoTheory, OnSqlite, OnPostgres]
    public async Task Every_shared_file_is_imported_whole_and_importing_it_again_changes_nothing(Database kind)
    {
        await using var esco = await EscoTables.CreateAsync(kind);
        foreach (var file in SharedEsco.All)
        {
            var (name, language, rows) = ((string)file[0], (string)file[1], (int)file[2]);
            var imported = await esco.ImportFileAsync(name, language);
            Assert.Equal((rows, rows, 0, 0), (imported.Rows, imported.New, imported.Changed, imported.Removed));
        }

        Assert.Equal(38 + 399, await esco.Database.CountAsync("SELECT count(*) FROM esco_concepts"));
        Assert.Equal((8 * 38) + 341 + 399 + 177, await esco.Database.CountAsync("SELECT count(*) FROM esco_labels"));
        Assert.Equal(125, await esco.Database.CountAsync("SELECT count(*) FROM esco_relations"));

        var before = await esco.ContentAsync(withAudit: false);
        foreach (var file in SharedEsco.All)
        {
            Assert.False((await esco.ImportFileAsync((string)file[0], (string)file[1])).ChangedAnything);
        }

        Assert.Equal(2 * 12, await esco.Database.CountAsync("SELECT count(*) FROM audit WHERE action = 'esco.imported'"));
        Assert.Equal(before, await esco.ContentAsync(withAudit: false));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_name_is_found_and_the_old_one_no_more_and_what_the_file_dropped_is_gone(Database kind)
    {
        await using var esco = await EscoTables.CreateAsync(kind);
        await esco.ImportAsync(Header + Row(Listen, "listen actively", "hear people out") + Row(Search, "search cells"));
        await esco.ImportAsync(Header + Row(Search, "durchsuchen"), "de");

        var imported = await esco.ImportAsync(Header + Row(Listen, "pay attention", "hear people out"));

        Assert.Equal((1, 0, 1, 1), (imported.Rows, imported.New, imported.Changed, imported.Removed));
        Assert.Empty(await esco.FindAsync(EscoKind.Skill, "listen"));
        Assert.Equal([Listen], await esco.FindAsync(EscoKind.Skill, "attention"));
        Assert.Equal([Listen], await esco.FindAsync(EscoKind.Skill, "people out"));
        Assert.Empty(await esco.FindAsync(EscoKind.Skill, "search"));
        Assert.Equal([Search], await esco.FindAsync(EscoKind.Skill, "durchsuchen", "de"));

        await esco.ImportAsync(Header + Row(Listen, "zuhören"), "de");
        Assert.Equal(0, await esco.Database.CountAsync($"SELECT count(*) FROM esco_concepts WHERE uri = '{Search}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_concept_without_a_name_in_a_language_is_found_by_its_English_ones_until_it_gets_one(Database kind)
    {
        await using var esco = await EscoTables.CreateAsync(kind);
        await esco.ImportAsync(Header + Row(Search, "durchsuchen"), "de");
        await esco.ImportAsync(Header + Row(Listen, "listen actively") + Row(Search, "search cells"));
        Assert.Equal([Listen], await esco.FindAsync(EscoKind.Skill, "listen", "de"));
        Assert.Empty(await esco.FindAsync(EscoKind.Skill, "search", "de"));
        Assert.Equal([Search], await esco.FindAsync(EscoKind.Skill, "search", "ga"));

        await esco.ImportAsync(Header + Row(Listen, "zuhören") + Row(Search, ""), "de");
        Assert.Empty(await esco.FindAsync(EscoKind.Skill, "listen", "de"));
        Assert.Equal([Listen], await esco.FindAsync(EscoKind.Skill, "ZUHOR", "de"));
        Assert.Equal([Search], await esco.FindAsync(EscoKind.Skill, "cells", "de"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Other_columns_in_another_order_cells_of_several_lines_and_a_byte_order_mark_are_taken(Database kind)
    {
        await using var esco = await EscoTables.CreateAsync(kind);
        const string csv = "\uFEFFconceptType,status,altLabels,description,preferredLabel,conceptUri,inScheme,reuseLevel,skillType,modifiedDate\r\n"
            + $"KnowledgeSkillCompetence,released,\"hear\u200B people\u00A0 out\r\nhear people out\r\n\r\nlend an ear\",\"Says \"\"yes\"\",\r\n\r\nand listens.\",listen actively,{Listen},s,cross-sector,skill/competence,2023\r\n"
            + $"\r\nKnowledgeSkillCompetence,released,,\"One,\ntwo\",search cells,{Search},s,,knowledge,2023";

        Assert.Equal(2, (await esco.ImportAsync(csv)).Rows);

        Assert.Equal(["[\"hear people out\",\"lend an ear\"]", "[]"], (await esco.Database.QueryAsync("SELECT alternatives FROM esco_labels ORDER BY uri")).Select(row => row[0]));
        Assert.Equal(["skill/competence cross-sector", "knowledge "], (await esco.Database.QueryAsync("SELECT skill_type, reuse_level FROM esco_concepts ORDER BY uri")).Select(row => $"{row[0]} {row[1]}"));
        Assert.Equal([Listen], await esco.FindAsync(EscoKind.Skill, "an ear"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_file_leaves_empty_stays_as_another_language_said_it(Database kind)
    {
        await using var esco = await EscoTables.CreateAsync(kind);
        await esco.ImportAsync($"{Header}x,{Listen},skill/competence,cross-sector,listen,\n");
        await esco.ImportAsync($"{Header}x,{Listen},,,zuhören,\n", "de");
        Assert.Equal(["skill/competence", "cross-sector"], (await esco.Database.QueryAsync("SELECT skill_type, reuse_level FROM esco_concepts")).Single());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Relations_of_the_occupations_in_the_file_are_replaced_and_those_of_others_stay(Database kind)
    {
        const string header = "occupationUri,relationType,skillType,skillUri\n";
        const string other = "http://data.europa.eu/esco/occupation/bbbbbbbb-0000-4000-8000-000000000001";
        await using var esco = await EscoTables.CreateAsync(kind);
        await esco.ImportAsync($"{header}{Officer},essential,knowledge,{Listen}\n{Officer},optional,knowledge,{Search}\n{other},optional,knowledge,{Listen}\n", null);

        var imported = await esco.ImportAsync($"{header}{Officer},essential,knowledge,{Search}\n{Officer},optional,knowledge,{Search}\n", null);

        Assert.Equal((2, 0, 1, 1), (imported.Rows, imported.New, imported.Changed, imported.Removed));
        Assert.Equal(
            [$"{Officer} {Search} True", $"{other} {Listen} False"],
            (await esco.Database.QueryAsync("SELECT occupation, skill, essential FROM esco_relations ORDER BY occupation"))
                .Select(row => $"{row[0]} {row[1]} {Convert.ToBoolean(row[2], CultureInfo.InvariantCulture)}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_broken_file_changes_nothing_and_the_refusal_names_the_line(Database kind)
    {
        await using var esco = await EscoTables.CreateAsync(kind);
        await esco.ImportAsync(Header + Row(Listen, "listen actively"));
        var before = await esco.ContentAsync();
        foreach (var file in Broken)
        {
            var refused = await esco.RefusedAsync(Encoding.UTF8.GetBytes((string)file[1]));
            Assert.True(refused.Message.Contains((string)file[2], StringComparison.Ordinal), $"{file[0]}: {refused.Message}");
            Assert.Equal(before, await esco.ContentAsync());
        }

        var latin = await esco.RefusedAsync([.. Encoding.UTF8.GetBytes(Header + Row(Listen, "listen")), .. Encoding.Latin1.GetBytes(Row(Search, "zuhören"))]);
        Assert.Contains("Line 3: preferredLabel is not UTF-8", latin.Message, StringComparison.Ordinal);
        Assert.Equal("/language", (await esco.RefusedAsync(Encoding.UTF8.GetBytes(Header + Row(Search, "search")), "tr")).Pointer);
        Assert.Equal("/language", (await esco.RefusedAsync(Encoding.UTF8.GetBytes(Header + Row(Search, "search")), null)).Pointer);
        Assert.Equal(before, await esco.ContentAsync());
    }

    private static string Row(string uri, string preferred, params string[] alternatives) =>
        $"KnowledgeSkillCompetence,{uri},skill/competence,cross-sector,{preferred},\"{string.Join('\n', alternatives)}\"\n";
}
