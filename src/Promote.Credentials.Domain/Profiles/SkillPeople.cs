namespace Promote.Credentials.Domain.Profiles;

/// <summary>
/// How many people hold a skill. Fewer than <see cref="Least"/> of one issuer are never counted: whoever knows the staff of a small
/// prison would know who they are.
/// </summary>
/// <param name="People">How many, of the issuers that have enough of them; null where nobody may know.</param>
/// <param name="Hidden">Whether there are others, too few of one issuer to be counted.</param>
public sealed record SkillPeople(int? People, bool Hidden)
{
    /// <summary>The smallest number of people of one issuer that is shown.</summary>
    public const int Least = 5;

    /// <summary>Whether anybody holds it.</summary>
    public bool IsCovered => Hidden || People > 0;

    /// <summary>Adds up what issuers have, each of which knows its own people: the same person counts once for each.</summary>
    /// <param name="ofIssuers">How many people of each issuer hold it.</param>
    public static SkillPeople Of(IEnumerable<int> ofIssuers)
    {
        // A sum of small numbers would be shown, and whoever knows all but one of them would know the last.
        var (people, hidden) = (0, false);
        foreach (var count in ofIssuers)
        {
            (people, hidden) = count is > 0 and < Least ? (people, true) : (people + count, hidden);
        }

        return new(people == 0 && hidden ? null : people, hidden);
    }
}
