using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Profiles;

namespace Promote.Credentials.Tests.Domain.Profiles;

/// <summary>Few people of one issuer are never counted, alone or in a sum.</summary>
public sealed class SkillPeopleTests
{
    [Theory]
    [InlineData(new[] { 0 }, 0, false)]
    [InlineData(new[] { 1 }, null, true)]
    [InlineData(new[] { 4 }, null, true)]
    [InlineData(new[] { 5 }, 5, false)]
    [InlineData(new[] { 4, 4, 4 }, null, true)]
    [InlineData(new[] { 7, 0, 2 }, 7, true)]
    [InlineData(new[] { 7, 5 }, 12, false)]
    [InlineData(new int[0], 0, false)]
    public void Groups_below_five_are_left_out_of_every_number(int[] ofIssuers, int? people, bool hidden) =>
        Assert.Equal(new SkillPeople(people, hidden), SkillPeople.Of(ofIssuers));

    [Fact]
    public void Whoever_knows_all_other_issuers_numbers_does_not_learn_a_small_one() =>
        Prop.ForAll(
            Gen.Choose(0, 40).ListOf().Select(counts => counts.ToArray()).ToArbitrary(), Gen.Choose(1, 4).Two().ToArbitrary(),
            (others, small) => SkillPeople.Of([.. others, small.Item1]) == SkillPeople.Of([.. others, small.Item2])).QuickCheckThrowOnFailure();

    [Fact]
    public void Somebody_who_is_not_counted_still_covers_the_skill()
    {
        Assert.True(SkillPeople.Of([1]).IsCovered);
        Assert.True(SkillPeople.Of([9]).IsCovered);
        Assert.False(SkillPeople.Of([0, 0]).IsCovered);
    }
}
