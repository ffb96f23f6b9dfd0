namespace Promote.Credentials.Verification;

/// <summary>How outcomes weigh against each other.</summary>
internal static class CheckOutcomes
{
    /// <summary>The heavier of two findings is the one that counts: an unknown weighs more than a warning, a failure more than an unknown.</summary>
    internal static int Weight(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Failed => 3,
        CheckOutcome.NotChecked => 2,
        CheckOutcome.Warning => 1,
        _ => 0,
    };
}
