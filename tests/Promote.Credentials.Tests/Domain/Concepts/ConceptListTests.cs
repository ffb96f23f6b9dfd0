using System.Xml.Linq;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Tests.Domain.Concepts;

public sealed class ConceptListTests
{
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";

    public static TheoryData<string, string> Published => new()
    {
        { "europass-modes.xsd", "modes" },
        { "europass-learning-assessment-types.xsd", "assessments" },
        { "europass-accreditation-types.xsd", "accreditations" },
    };

    [VectorsTheory]
    [MemberData(nameof(Published))]
    public void A_list_holds_the_concepts_that_Europass_publishes_with_their_English_names(string file, string list)
    {
        var ours = list switch
        {
            "modes" => ConceptList.LearningModes,
            "assessments" => ConceptList.AssessmentTypes,
            _ => ConceptList.QualityAssuranceTypes,
        };
        var published = ReadList(file);
        Assert.Equal(published.Keys.Order(), ours.Uris.Order());
        foreach (var (uri, name) in published)
        {
            Assert.True(ours.TryGetLabel(new Uri(uri), out var label));
            Assert.Equal(name, label.In("en"));
        }
    }

    [VectorsFact]
    public void Participation_takes_every_schedule_and_setting()
    {
        var published = ReadList("europass-learning-schedule-types.xsd").Keys.Concat(ReadList("europass-learning-setting-types.xsd").Keys);
        Assert.Superset(published.ToHashSet(), ConceptList.ParticipationForms.Uris.ToHashSet());
    }

    [Fact]
    public void Every_Europass_concept_has_its_published_name_and_no_translation_of_ours()
    {
        foreach (var list in (ConceptList[])[ConceptList.ParticipationForms, ConceptList.AssessmentTypes, ConceptList.QualityAssuranceTypes])
        {
            foreach (var uri in list.Uris)
            {
                Assert.True(list.TryGetLabel(new Uri(uri), out var label));
                Assert.Equal(["en"], label.Languages);
                Assert.All(label, text => Assert.False(string.IsNullOrWhiteSpace(text.Value)));
            }
        }
    }

    [Fact]
    public void A_prison_officer_is_known_in_Romanian()
    {
        Assert.True(ConceptList.EscoOccupations.TryGetLabel(new("http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312"), out var label));
        Assert.Equal("agent penitenciar", label.In("ro"));
    }

    private static Dictionary<string, string> ReadList(string file) =>
        XDocument.Load(Vectors.PathOf($"europass/lists/{file}")).Descendants(Schema + "enumeration").ToDictionary(
            concept => concept.Attribute("value")!.Value,
            concept => concept.Descendants(Schema + "documentation").Single().Value.Trim());
}
