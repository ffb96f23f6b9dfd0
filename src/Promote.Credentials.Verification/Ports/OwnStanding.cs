namespace Promote.Credentials.Verification.Ports;

/// <summary>What became of a credential of this service since it was issued.</summary>
/// <param name="State">Whether it still counts.</param>
/// <param name="Since">Since when; null while in force.</param>
/// <param name="Reason">Why, for everybody to read; null where nobody said.</param>
public sealed record OwnStanding(OwnStandingState State, DateTimeOffset? Since = null, string? Reason = null)
{
    /// <summary>Nothing became of it.</summary>
    public static OwnStanding InForce { get; } = new(OwnStandingState.InForce);
}
