using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Tests.Formats;

/// <summary>What the domain grants, the linter accepts in every format: otherwise a client would be refused by a rule that it cannot see.</summary>
public sealed class EveryAwardCanBeSignedTests
{
    private static readonly string[] Pieces =
        ["a", "Ț", "ğ", "東", "🤝", " ", "\"", "\\", "'", "<script>", "&amp;", "%", "@", "_:b0", "\n", "\t", "\u202E", "\u200B", "\0", "\uD83E", "e\u0301", "javascript:"];

    private static readonly GoldenInput Input = GoldenInput.Read("assessed-micro-credential");

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Gen<string> GoodText =
        Gen.Elements(Pieces[..13]).NonEmptyListOf().Select(pieces => string.Concat(pieces) + ".");

    private int granted;

    [Fact]
    public void Whatever_a_proposal_says() => Check(
        texts => Holds(Input.Achievement, Input.Proposal with
        {
            Narrative = texts.Item1,
            Evidence = [new Evidence(texts.Item2, Uri.TryCreate($"https://evidence.example/{texts.Item4}", UriKind.Absolute, out var url) ? url : null, texts.Item3)],
        }));

    [Fact]
    public void Whatever_an_achievement_says() => Check(
        texts =>
        {
            var content = Input.Achievement.Content with
            {
                Name = Texts(texts.Item1),
                Description = Texts(texts.Item2),
                Criteria = Texts(texts.Item3),
                Outcomes = [new LearningOutcome(Texts(texts.Item4), null)],
            };
            return AchievementRules.Check(content, "ro").Count > 0 || Holds(Input.Achievement with { Content = content }, Input.Proposal);
        });

    private void Check(Func<(string, string, string, string), bool> holds)
    {
        Prop.ForAll(Gen.OneOf(Text, GoodText, GoodText, GoodText, Gen.Constant(" ")).Four().ToArbitrary(), holds).QuickCheckThrowOnFailure();
        Assert.True(granted > 0, "No award was granted, so nothing was shown.");
    }

    private bool Holds(AchievementVersion achievement, AwardProposal proposal)
    {
        var decision = Award.Decide(proposal, Input.Issuer, achievement, FormatList.Names, Input.IssuedAt);
        if (!decision.Granted)
        {
            return true;
        }

        granted++;
        foreach (var name in FormatList.Names)
        {
            Assert.True(FormatList.TryGet(name, out var format));
            Assert.Empty(format.Missing(decision.Value, "/formats/0"));
            Assert.Empty(Linter.Lint(format.Write(decision.Value, Input.Ids)).Findings);
        }

        return true;
    }

    private static LanguageMap Texts(string text) => new([KeyValuePair.Create("ro", text)]);
}
