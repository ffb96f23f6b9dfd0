using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Tests.Domain.Pathways;

/// <summary>Pathways of tests: achievements are named a, b, c and so on, each with as many credit points as its place in the alphabet.</summary>
internal static class Pathway
{
    public static IReadOnlyDictionary<string, PathwayAchievement> Known { get; } =
        "abcdefgh".Index().ToDictionary(letter => letter.Item.ToString(), letter => new PathwayAchievement(letter.Item.ToString(), Text(letter.Item.ToString()), letter.Index + 1));

    public static PathwayStep Leaf(string achievement, string? id = null, bool optional = false, params string[] requires) =>
        new() { Id = id ?? achievement, Achievement = achievement, Optional = optional, Requires = requires };

    public static PathwayStep Rule(string id, StepRule rule, decimal? needs, params PathwayStep[] steps) => new() { Id = id, Rule = rule, Needs = needs, Steps = steps };

    public static PathwayContent Of(PathwayStep root, string? achievement = null) => new() { Name = Text("Pathway"), Root = root, Achievement = achievement };

    public static HeldAward Award(string achievement, bool counts = true) => new($"award of {achievement}", achievement, counts);

    public static StepProgress ProgressOf(PathwayStep root, params string[] earned) => Progress.Of(Of(root), earned.Select(achievement => Award(achievement)), Known);

    private static LanguageMap Text(string english) => new([new("en", english)]);
}
