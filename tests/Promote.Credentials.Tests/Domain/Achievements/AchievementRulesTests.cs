using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Concepts;
using static Promote.Credentials.Tests.Domain.Samples;

namespace Promote.Credentials.Tests.Domain.Achievements;

public sealed class AchievementRulesTests
{
    [Fact]
    public void A_sound_achievement_is_taken() => Refused(content => content);

    [Fact]
    public void Every_text_needs_the_issuers_primary_language()
    {
        Refused(content => content with { Name = Texts(("en", "Name")) }, "MissingField /name/ro");
        Refused(content => content with { Outcomes = [new(Texts(("en", "Does")), null)] }, "MissingField /outcomes/0/title/ro");
        Refused(content => content with { Description = Texts() }, "MissingField /description/ro");
    }

    [Theory]
    [InlineData("english")]
    [InlineData("EN")]
    [InlineData("e")]
    [InlineData("en-gb")]
    [InlineData("en_GB")]
    public void A_language_is_a_BCP_47_tag(string tag) =>
        Refused(content => content with { Name = Texts(("ro", "Nume"), (tag, "Name")) }, $"InvalidValue /name/{tag}");

    [Fact]
    public void A_pointer_escapes_what_a_sender_put_into_it() =>
        Refused(content => content with { Name = Texts(("ro", "Nume"), ("a/b~c", "x")) }, "InvalidValue /name/a~1b~0c");

    [Fact]
    public void Texts_are_visible_and_of_sensible_length()
    {
        Refused(content => content with { Name = Texts(("ro", "Nume\u202Egpj")) }, "UnsafeText /name/ro");
        Refused(content => content with { Name = Texts(("ro", "un\ndoi")) }, "UnsafeText /name/ro");
        Refused(content => content with { Name = Texts(("ro", new string('x', 201))) }, "InvalidValue /name/ro");
        Refused(content => content with { Name = Texts(("ro", "  ")) }, "MissingField /name/ro");
        Refused(content => content with { Criteria = Texts(("ro", "\t\n")) }, "MissingField /criteria/ro");
    }

    [Theory]
    [InlineData("Badge", true)]
    [InlineData("ext:Anything-1.0", true)]
    [InlineData("microcredential", false)]
    [InlineData("ext:", false)]
    [InlineData("see ext:Anything", false)]
    public void A_type_is_one_of_Open_Badges(string type, bool isGood) =>
        Refused(content => content with { Type = type }, isGood ? [] : ["InvalidValue /type"]);

    [Theory]
    [InlineData("http://data.europa.eu/esco/skill/0ee94af1-b445-4973-9c3f-459fab250342", true)]
    [InlineData("https://data.europa.eu/esco/skill/0ee94af1-b445-4973-9c3f-459fab250342", false)]
    [InlineData("http://data.europa.eu/esco/skill/", false)]
    [InlineData("http://data.europa.eu/esco/skill/../../x", false)]
    [InlineData("http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312", false)]
    public void An_outcome_names_an_ESCO_skill(string uri, bool isGood) =>
        Refused(content => content with { Outcomes = [new(Texts(("ro", "Face")), new Uri(uri))] }, isGood ? [] : ["InvalidValue /outcomes/0/esco"]);

    [Fact]
    public void The_occupation_is_one_of_ESCO_even_when_its_label_is_not_known_here()
    {
        Refused(content => content with { Occupation = new("http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000000") });
        Refused(content => content with { Occupation = new("http://data.europa.eu/esco/skill/0ee94af1") }, "InvalidValue /occupation");
        Refused(content => content with { Occupation = new("3327a087", UriKind.Relative) }, "InvalidValue /occupation");
    }

    [Fact]
    public void Concepts_come_from_the_list_of_their_field()
    {
        var mode = new Uri(ConceptList.LearningModes.Concepts[0].Uri);
        var assessment = new Uri(ConceptList.AssessmentTypes.Concepts[0].Uri);
        Refused(content => content with { Mode = mode, Participation = mode, AssessmentType = assessment });
        Refused(content => content with { Mode = assessment, AssessmentType = mode }, "InvalidValue /mode", "InvalidValue /assessmentType");
        Refused(content => content with { Participation = assessment, QualityAssurance = new("x", UriKind.Relative) }, "InvalidValue /participation", "InvalidValue /qualityAssurance");
    }

    [Fact]
    public void What_is_said_of_learning_comes_from_the_lists_of_its_members()
    {
        var (skill, nothing) = (Concept("skill-type/skill"), Concept("isced-f/1234"));
        Refused(content => content with
        {
            Outcomes = [new(Texts(("ro", "Face")), null, skill, Concept("skill-reuse-level/transversal"))],
            ThematicArea = Concept("isced-f/1032"),
            LearningOpportunityType = Concept("learning-opportunity/74a4a268e8"),
            Activities = [new() { Title = Texts(("ro", "Lucrează")), Type = Concept("learning-activity/4357e0e681"), Mode = Concept("learning-assessment/729f3bed4b"), Workload = "PT40H" }],
            EntryRequirement = Texts(("ro", "Lucrează în detenție")),
            Supervision = Concept("supervision-verification/70be69aaf9"),
            Entitlement = new() { Title = Texts(("ro", "Lucrează")), Type = Concept("entitlement/52f62180c2"), Status = Concept("entitlement-status/5b8d6b34fb") },
        });
        Refused(
            content => content with { Outcomes = [new(Texts(("ro", "Face")), null, nothing, skill)] },
            "InvalidValue /outcomes/0/type", "InvalidValue /outcomes/0/reusability");
        Refused(
            content => content with { ThematicArea = nothing, LearningOpportunityType = nothing, Supervision = Concept("supervision-verification/44314532f9") },
            "InvalidValue /thematicArea", "InvalidValue /opportunityType", "InvalidValue /supervision");
        Refused(
            content => content with { Activities = [new() { Title = Texts(("en", "Works")), Type = skill, Mode = skill, Workload = "PT0H" }], EntryRequirement = Texts(("ro", " ")) },
            "MissingField /activities/0/title/ro", "InvalidValue /activities/0/type", "InvalidValue /activities/0/mode", "InvalidValue /activities/0/workload", "MissingField /entryRequirement/ro");
        Refused(
            content => content with { Entitlement = new() { Title = Texts(("en", "Works")), Type = skill, Status = nothing } },
            "MissingField /entitlement/title/ro", "InvalidValue /entitlement/type", "InvalidValue /entitlement/status");
    }

    [Fact]
    public void A_refused_concept_is_told_which_list_it_has_to_come_from() => Assert.Contains(
        ConceptList.ThematicAreas.Name, Assert.Single(AchievementRules.Check(Content with { ThematicArea = Concept("eqf/4") }, "ro")).Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Activities_are_at_most_twenty(int count, bool isGood) => Refused(
        content => content with { Activities = [.. Enumerable.Repeat(new LearningActivity { Title = Texts(("ro", "Lucrează")) }, count)] }, isGood ? [] : ["InvalidValue /activities"]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void EQF_levels_go_from_1_to_8(int level, bool isGood) =>
        Refused(content => content with { EqfLevel = level }, isGood ? [] : ["InvalidValue /eqfLevel"]);

    [Theory]
    [InlineData("PT60H", true)]
    [InlineData("PT0H", false)]
    [InlineData("P2D", false)]
    [InlineData("60", false)]
    [InlineData("PT60H\n", false)]
    public void Workload_is_in_hours(string workload, bool isGood) =>
        Refused(content => content with { Workload = workload }, isGood ? [] : ["InvalidValue /workload"]);

    [Theory]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("601", false)]
    [InlineData("0.333", false)]
    [InlineData("2.500", true)]
    [InlineData("0.25", true)]
    public void Credits_are_more_than_none_and_have_two_decimals(string ects, bool isGood) => Refused(
        content => content with { Credits = new(decimal.Parse(ects, System.Globalization.CultureInfo.InvariantCulture)) }, isGood ? [] : ["InvalidValue /credits/ects"]);

    [Fact]
    public void Pictures_are_on_the_web() => Refused(content => content with { Image = new("javascript:alert(1)") }, "InvalidLink /image");

    [Fact]
    public void Result_descriptions_have_ids_of_their_own()
    {
        Refused(content => content with { ResultDescriptions = [content.ResultDescriptions[0], content.ResultDescriptions[0]] }, "InvalidValue /resultDescriptions/1/id");
        RefusedResult(result => result with { Id = "no spaces" }, "InvalidValue /resultDescriptions/0/id");
        RefusedResult(result => result with { ResultType = "Points" }, "InvalidValue /resultDescriptions/0/resultType");
    }

    [Fact]
    public void What_is_required_can_be_reached()
    {
        RefusedResult(result => result with { RequiredValue = "101" }, "InvalidValue /resultDescriptions/0/requiredValue");
        RefusedResult(result => result with { RequiredValue = "half" }, "InvalidValue /resultDescriptions/0/requiredValue");
        RefusedResult(result => result with { ValueMin = "100", ValueMax = "0", RequiredValue = null }, "InvalidValue /resultDescriptions/0/valueMax");
        RefusedResult(result => result with { ValueMin = "none", RequiredValue = null }, "InvalidValue /resultDescriptions/0/valueMin");
        RefusedResult(result => result with { AllowedValues = ["a", "b"], RequiredValue = "c" }, "InvalidValue /resultDescriptions/0/requiredValue");
        RefusedResult(result => result with { AllowedValues = ["a", "a"], RequiredValue = "a", ValueMin = null, ValueMax = null }, "InvalidValue /resultDescriptions/0/allowedValues");
        RefusedResult(result => result with { AllowedValues = ["a", ""], RequiredValue = "a", ValueMin = null, ValueMax = null }, "MissingField /resultDescriptions/0/allowedValues/1");
    }

    private static void RefusedResult(Func<ResultDescription, ResultDescription> change, string expected) =>
        Refused(content => content with { ResultDescriptions = [change(content.ResultDescriptions[0])] }, expected);

    private static void Refused(Func<AchievementContent, AchievementContent> change, params string[] expected) =>
        Assert.Equal(expected, Lines(AchievementRules.Check(change(Content), "ro")));
}
