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
        var mode = new Uri(ConceptList.LearningModes.Uris.First());
        var assessment = new Uri(ConceptList.AssessmentTypes.Uris.First());
        Refused(content => content with { Mode = mode, Participation = mode, AssessmentType = assessment });
        Refused(content => content with { Mode = assessment, AssessmentType = mode }, "InvalidValue /mode", "InvalidValue /assessmentType");
        Refused(content => content with { Participation = assessment, QualityAssurance = new("x", UriKind.Relative) }, "InvalidValue /participation", "InvalidValue /qualityAssurance");
    }

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
