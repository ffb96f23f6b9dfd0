using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public;

/// <summary>The words and the tone of an outcome. Green is for what every check confirmed, and for nothing else.</summary>
internal sealed record Verdict(Tone Tone, string Headline, string Explanation)
{
    public static Verdict Of(Outcome outcome) => outcome switch
    {
        Outcome.Valid => new(Tone.Good, "This credential is valid", "Every check passed."),
        Outcome.ValidWithWarnings => new(Tone.Warn, "This credential is valid, with remarks", "Nothing is wrong, but please read the remarks among the checks below."),
        Outcome.Unconfirmed => new(Tone.Open, "This credential could not be confirmed", "Nothing wrong was found, but not everything could be checked. Do not rely on it yet."),
        _ => new(Tone.Bad, "This credential is not valid", "At least one check failed. Do not rely on it."),
    };

    public static Tone ToneOf(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => Tone.Good,
        CheckOutcome.Warning => Tone.Warn,
        CheckOutcome.Failed => Tone.Bad,
        _ => Tone.Open,
    };

    public static string WordOf(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "Passed",
        CheckOutcome.Warning => "Remark",
        CheckOutcome.Failed => "Failed",
        _ => "Not checked",
    };
}
