using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>A result that somebody reached, beside what was assessed.</summary>
internal sealed record ResultText(string Name, string Value, string? Scale)
{
    /// <summary>The results in their order; one whose description is not in the document keeps its value.</summary>
    public static IEnumerable<ResultText> Of(AttainmentView attainment, AchievementView? achievement, Texts texts) =>
        from result in attainment.Results
        let described = achievement?.ResultDescriptions.FirstOrDefault(description => description.Id is not null && description.Id == result.Description)
        let value = described?.LevelOf(result.AchievedLevel) ?? result.Value ?? result.AchievedLevel
        where value is not null
        select new ResultText(
            described?.Name ?? texts["holder.attained.result"],
            described?.Type == "Percent" ? texts.Format("pages.scale.percent", ("value", value)) : value,
            described is null ? null : ResultScale.Describe(described, texts));
}
