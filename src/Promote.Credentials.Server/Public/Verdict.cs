using Promote.Credentials.Server.Languages;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public;

/// <summary>The words and the tone of an outcome. Green is for what every check confirmed, and for nothing else.</summary>
internal sealed record Verdict(Tone Tone, string Headline, string Explanation)
{
    /// <summary>What made it invalid has words of its own where it is one thing alone that everybody understands.</summary>
    public static Verdict Of(Report report, Texts texts)
    {
        var failed = report.Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Key).ToList();
        return failed switch
        {
            ["status.suspended" or "status.ownSuspended"] => In(texts, Tone.Held, "suspended"),
            ["status.ownReplaced"] => In(texts, Tone.Replaced, "replaced"),
            ["status.revoked" or "status.ownRevoked"] => In(texts, Tone.Bad, "revoked"),
            ["validityDates.expired"] => In(texts, Tone.Over, "expired"),
            ["validityDates.early"] => In(texts, Tone.Open, "early"),
            _ => Of(report.Outcome, texts),
        };
    }

    private static Verdict Of(Outcome outcome, Texts texts) => outcome switch
    {
        Outcome.Valid => In(texts, Tone.Good, "valid"),
        Outcome.ValidWithWarnings => In(texts, Tone.Warn, "remarks"),
        Outcome.Unconfirmed => In(texts, Tone.Open, "unconfirmed"),
        _ => In(texts, Tone.Bad, "invalid"),
    };

    public static Tone ToneOf(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => Tone.Good,
        CheckOutcome.Warning => Tone.Warn,
        CheckOutcome.Failed => Tone.Bad,
        _ => Tone.Open,
    };

    public static string WordOf(CheckOutcome outcome, Texts texts) => texts[outcome switch
    {
        CheckOutcome.Passed => "pages.outcome.passed",
        CheckOutcome.Warning => "pages.outcome.warning",
        CheckOutcome.Failed => "pages.outcome.failed",
        _ => "pages.outcome.notChecked",
    }];

    private static Verdict In(Texts texts, Tone tone, string verdict) =>
        new(tone, texts[$"pages.verdict.{verdict}.headline"], texts[$"pages.verdict.{verdict}.explanation"]);
}
