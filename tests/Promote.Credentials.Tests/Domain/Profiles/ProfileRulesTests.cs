using Promote.Credentials.Domain.Profiles;
using static Promote.Credentials.Tests.Domain.Samples;

namespace Promote.Credentials.Tests.Domain.Profiles;

public sealed class ProfileRulesTests
{
    private const string PrisonOfficer = "http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312";
    private const string Conflict = "http://data.europa.eu/esco/skill/0ee94af1-b445-4973-9c3f-459fab250342";

    private static readonly AddedSkill Mothers = new() { Id = "mothers", Title = Texts(("ro", "Lucrează cu mame")), Essential = true };

    private static readonly ProfileContent Profile = new()
    {
        Name = Texts(("ro", "Agent"), ("en", "Officer")), Occupation = new(PrisonOfficer), Additions = [new() { Esco = new(Conflict) }, Mothers],
    };

    [Fact]
    public void A_sound_profile_is_taken() => Refused(profile => profile);

    [Fact]
    public void A_profile_is_of_an_occupation_and_its_texts_are_in_the_issuers_language()
    {
        Refused(profile => profile with { Occupation = new(Conflict) }, "InvalidValue /occupation");
        Refused(profile => profile with { Name = Texts(("en", "Officer")) }, "MissingField /name/ro");
        Refused(profile => profile with { Description = Texts(("en", "Works")) }, "MissingField /description/ro");
    }

    [Fact]
    public void What_is_added_is_a_skill_of_ESCO_or_one_with_an_id_and_a_title()
    {
        Added(new() { Esco = new(PrisonOfficer) }, "InvalidValue /additions/0/esco");
        Added(new() { Esco = new(Conflict), Id = "x" }, "InvalidValue /additions/0");
        Added(new() { Esco = new(Conflict), Title = Texts(("ro", "x")) }, "InvalidValue /additions/0");
        Added(new() { Title = Texts(("ro", "x")) }, "InvalidValue /additions/0/id");
        Added(new() { Id = "a b", Title = Texts(("ro", "x")) }, "InvalidValue /additions/0/id");
        Added(new() { Id = "x" }, "MissingField /additions/0/title");
        Added(new() { Id = "x", Title = Texts(("ro", "=cmd|' /C calc'!A1\u202E")) }, "UnsafeText /additions/0/title/ro");
    }

    [Fact]
    public void Nothing_is_added_twice()
    {
        Refused(profile => profile with { Additions = [Mothers, Mothers] }, "InvalidValue /additions/1/id");
        Refused(profile => profile with { Additions = [new() { Esco = new(Conflict) }, new() { Esco = new(Conflict) }] }, "InvalidValue /additions/1/esco");
        Refused(profile => profile with { Additions = [.. Enumerable.Range(0, 101).Select(i => Mothers with { Id = $"m{i}" })] }, "InvalidValue /additions");
    }

    private static void Added(AddedSkill added, string expected) => Refused(profile => profile with { Additions = [added] }, expected);

    private static void Refused(Func<ProfileContent, ProfileContent> change, params string[] expected) =>
        Assert.Equal(expected, ProfileRules.Check(change(Profile), "ro").Select(refusal => $"{refusal.Code} {refusal.Pointer}"));
}
