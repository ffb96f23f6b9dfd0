using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Profiles;

/// <summary>What stands between a request and a professional profile.</summary>
public static partial class ProfileRules
{
    private const int MaxName = 200;
    private const int MaxDescription = 5000;
    private const int MaxAdditions = 100;

    /// <summary>All reasons against it, with pointers into the body of <c>POST /api/v1/profiles</c>; empty when it can be kept.</summary>
    /// <param name="content">The profile.</param>
    /// <param name="primaryLanguage">The issuer's primary language, which every text must be in.</param>
    public static IReadOnlyList<Refusal> Check(ProfileContent content, string primaryLanguage)
    {
        ArgumentNullException.ThrowIfNull(content);
        var check = new RequestCheck();
        check.LineIn(content.Name, "/name", primaryLanguage, MaxName);
        check.BlockIn(content.Description, "/description", primaryLanguage, MaxDescription);
        AchievementRules.CheckEsco(check, content.Occupation, "/occupation", EscoKind.Occupation);
        check.RefuseUnless(content.Additions.Count <= MaxAdditions, RefusalCode.InvalidValue, "/additions", $"Add at most {MaxAdditions} skills.");
        for (var i = 0; i < content.Additions.Count; i++)
        {
            CheckAddition(check, content.Additions, i, primaryLanguage);
        }

        return check.Refusals;
    }

    /// <summary>The concepts of ESCO that the content names, each with its pointer.</summary>
    public static IReadOnlyList<(Uri Concept, string Pointer)> EscoIn(ProfileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return [(content.Occupation, "/occupation"), .. content.Additions.Index().Where(one => one.Item.Esco is not null).Select(one => (one.Item.Esco!, $"{At(one.Index)}/esco"))];
    }

    private static void CheckAddition(RequestCheck check, IReadOnlyList<AddedSkill> additions, int index, string primaryLanguage)
    {
        var (added, at) = (additions[index], At(index));
        if (added.Esco is { } esco)
        {
            check.RefuseUnless(added is { Id: null, Title: null }, RefusalCode.InvalidValue, at, "A skill of ESCO has its name there: give esco, or id and title.");
            AchievementRules.CheckEsco(check, esco, $"{at}/esco", EscoKind.Skill);
            check.RefuseUnless(additions.Take(index).All(other => other.Esco != esco), RefusalCode.InvalidValue, $"{at}/esco", "This skill is added twice.");
            return;
        }

        check.RefuseUnless(added.Id is not null && Id.IsMatch(added.Id), RefusalCode.InvalidValue, $"{at}/id", "Make the id of letters, digits and hyphens, at most 64.");
        check.RefuseUnless(additions.Take(index).All(other => other.Id is null || other.Id != added.Id), RefusalCode.InvalidValue, $"{at}/id", "Another skill has this id.");
        check.RefuseUnless(added.Title is not null, RefusalCode.MissingField, $"{at}/title", "Say what the skill is called.");
        check.LineIn(added.Title, $"{at}/title", primaryLanguage, MaxName);
    }

    private static string At(int index) => RequestCheck.At("/additions", index);

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}\\z")]
    private static partial Regex Id { get; }
}
