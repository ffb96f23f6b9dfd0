using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Tests.Domain.Concepts;

public sealed class ConceptListTests
{
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";

    private static readonly Dictionary<string, ConceptList> Published = new()
    {
        ["eqf"] = ConceptList.EqfLevels,
        ["credit-points"] = ConceptList.CreditFrameworks,
        ["isced-f"] = ConceptList.ThematicAreas,
        ["europass-learning-opportunity-types"] = ConceptList.LearningOpportunityTypes,
        ["europass-learning-activity-types"] = ConceptList.LearningActivityTypes,
        ["europass-modes"] = ConceptList.LearningModes,
        ["europass-learning-assessment-types"] = ConceptList.AssessmentTypes,
        ["europass-accreditation-types"] = ConceptList.QualityAssuranceTypes,
        ["europass-learning-entitlement-types"] = ConceptList.EntitlementTypes,
        ["europass-learning-entitlement-statuses"] = ConceptList.EntitlementStatuses,
        ["skill-types"] = ConceptList.SkillTypes,
        ["skill-reuse-levels"] = ConceptList.SkillReuseLevels,
        ["country"] = ConceptList.Countries,
        ["file-type"] = ConceptList.FileTypes,
        ["europass-content-encoding-types"] = ConceptList.ContentEncodings,
        ["europass-credential-types"] = ConceptList.CredentialProfiles,
    };

    public static TheoryData<string> Files => [.. Published.Keys];

    public static TheoryData<string> Lists => [.. All.Select(list => list.Name)];

    private static IEnumerable<ConceptList> All =>
        [.. Published.Values, ConceptList.ParticipationForms, ConceptList.SupervisionTypes, ConceptList.Languages, ConceptList.EscoOccupations, ConceptList.EscoSkills];

    [VectorsTheory]
    [MemberData(nameof(Files))]
    public void A_list_is_the_published_one_with_its_scheme_its_concepts_and_their_English_names(string file) =>
        Assert.Equal(Read(file), Published[file].Concepts.Select(Line));

    [VectorsFact]
    public void Participation_joins_schedules_settings_and_modes_and_each_concept_keeps_its_scheme() =>
        Assert.Equal(
            [.. Read("europass-learning-schedule-types"), .. Read("europass-learning-setting-types"), .. Read("europass-modes")],
            ConceptList.ParticipationForms.Concepts.Select(Line));

    [Fact]
    public void Europass_names_are_in_English_only_since_no_other_is_published_at_hand() =>
        Assert.All(All.Except([ConceptList.EscoOccupations, ConceptList.EscoSkills]).SelectMany(list => list.Concepts), concept => Assert.Equal(["en"], concept.Label.Languages));

    [VectorsFact]
    public void Names_that_no_list_publishes_are_those_of_the_Europass_samples()
    {
        var samples = string.Concat(Directory.EnumerateFiles(Vectors.PathOf("europass/samples")).Select(File.ReadAllText));
        Assert.All(ConceptList.SupervisionTypes.Concepts, concept => Assert.Matches(
            $"\"{Regex.Escape(concept.Uri)}\"[^\\[\\]]{{0,400}}?\"en\"\\s*:\\s*\"{Regex.Escape(concept.Label.In("en")!)}\"", samples));
    }

    [Fact]
    public void Languages_have_the_English_names_of_their_subtags_and_the_codes_of_ISO_639() =>
        Assert.All(ConceptList.Languages.Concepts, concept =>
        {
            var language = CultureInfo.GetCultureInfo(concept.Code!);
            Assert.Equal(language.EnglishName, concept.Label.In("en"));
            Assert.Equal($"{concept.Scheme}/{language.ThreeLetterISOLanguageName.ToUpperInvariant()}", concept.Uri);
        });

    [VectorsFact]
    public void Occupations_have_the_names_that_ESCO_publishes_and_no_other() =>
        Assert.All(
            ConceptList.EscoOccupations.Concepts.SelectMany(occupation => occupation.Label, (occupation, name) => (occupation.Uri, Language: name.Key, Text: name.Value)),
            name => Assert.Matches($"(?m)^Occupation,{Regex.Escape(name.Uri)},[^,]*,[^,]*,\"?{Regex.Escape(name.Text)}\"?,", Occupations(name.Language)));

    [VectorsFact]
    public void Skills_have_the_names_that_ESCO_or_a_Europass_sample_publishes_and_no_other()
    {
        var samples = string.Concat(Directory.EnumerateFiles(Vectors.PathOf("europass/samples")).Select(File.ReadAllText)).Replace("\\\"", "\"", StringComparison.Ordinal);
        var skills = new[] { "en", "de", "nl" }.ToDictionary(language => language, language => string.Join(' ', File.ReadAllText(Vectors.PathOf($"../esco/skills_{language}.csv")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(
            ConceptList.EscoSkills.Concepts.SelectMany(skill => skill.Label, (skill, name) => (skill.Uri, Language: name.Key, Text: name.Value)),
            name => Assert.True(
                Regex.IsMatch(skills[name.Language], $"{Regex.Escape(name.Uri)},[^,]*,[^,]*,\"?{Regex.Escape(name.Text)}\"?,")
                    || (name.Language == "en" && Regex.IsMatch(samples, $"\"{Regex.Escape(name.Uri)}\"[^\\[\\]]{{0,400}}?\"{Regex.Escape(name.Text)}\"")),
                $"{name}"));
    }

    [Theory]
    [InlineData("RO", "ROU")]
    [InlineData("PT", "PRT")]
    [InlineData("LT", "LTU")]
    [InlineData("DE", "DEU")]
    [InlineData("IT", "ITA")]
    [InlineData("TR", "TUR")]
    [InlineData("NL", "NLD")]
    [InlineData("CH", "CHE")]
    [InlineData("DK", "DNK")]
    [InlineData("XK", "1A0")]
    public void A_country_is_found_by_its_two_letters(string code, string concept)
    {
        Assert.True(ConceptList.Countries.TryGetByCode(code, out var country));
        Assert.Equal("http://publications.europa.eu/resource/authority/country/" + concept, country.Uri);
    }

    [Fact]
    public void Two_letters_of_no_country_find_none() => Assert.False(ConceptList.Countries.TryGetByCode("ZZ", out _));

    [Fact]
    public void Every_region_that_this_machine_knows_has_the_country_of_its_three_letters() =>
        Assert.All(CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name)).Where(region => region.TwoLetterISORegionName.Length == 2), region =>
            Assert.True(
                region.TwoLetterISORegionName is "XK" or "IC" or "EA" or "DG" ||
                (ConceptList.Countries.TryGetByCode(region.TwoLetterISORegionName, out var country) && country.Uri.EndsWith($"/{region.ThreeLetterISORegionName}", StringComparison.Ordinal)),
                region.Name));

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_concept_is_found_by_its_URI_and_by_its_code_and_nothing_else_is(string name)
    {
        var list = All.First(list => list.Name == name);
        Assert.All(list.Concepts, concept =>
        {
            Assert.True(list.TryGet(new Uri(concept.Uri), out var found));
            Assert.Same(concept, found);
            Assert.True(list.TryGetLabel(new Uri(concept.Uri), out var label));
            Assert.Same(concept.Label, label);
            Assert.True(concept.Code is null || (list.TryGetByCode(concept.Code, out found) && found == concept));
        });
        Assert.False(list.TryGet(new Uri("http://data.europa.eu/snb/nothing"), out _));
        Assert.False(list.TryGetLabel(new Uri("http://data.europa.eu/snb/nothing"), out _));
    }

    [Fact]
    public void The_lists_in_this_assembly_are_the_files_that_the_manifest_pins()
    {
        var folder = Path.Combine(Repository.Root, "schemas");
        var files = Directory.EnumerateFiles(Path.Combine(folder, "lists"), "*", SearchOption.AllDirectories).ToList();
        Assert.Equal(23, files.Count);
        Assert.All(files, file =>
        {
            using var embedded = typeof(ConceptList).Assembly.GetManifestResourceStream("schemas/" + Path.GetRelativePath(folder, file).Replace('\\', '/'))!;
            using var copy = new MemoryStream();
            embedded.CopyTo(copy);
            Assert.Equal(File.ReadAllBytes(file), copy.ToArray());
        });
    }

    private static string Line(Concept concept) => $"{concept.Scheme} {concept.Uri} {concept.Label.In("en")}";

    private static string Occupations(string language) => File.ReadAllText(Vectors.PathOf($"../esco/occupations_{language}.csv"));

    // The published files break long names over lines.
    private static IEnumerable<string> Read(string file)
    {
        var schema = XDocument.Load(Vectors.PathOf($"europass/lists/{file}.xsd")).Root!;
        return
            from concept in schema.Descendants(Schema + "enumeration")
            let name = string.Join(' ', concept.Descendants(Schema + "documentation").Single().Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            select $"{schema.Attribute("targetNamespace")!.Value} {concept.Attribute("value")!.Value} {name}";
    }
}
