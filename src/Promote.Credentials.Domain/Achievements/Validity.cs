namespace Promote.Credentials.Domain.Achievements;

/// <summary>How long an award stays valid: either a period after the award, or until a fixed date.</summary>
/// <param name="Years">Years of the period.</param>
/// <param name="Months">Months of the period.</param>
/// <param name="Days">Days of the period.</param>
/// <param name="Until">The fixed end, or null when the period counts.</param>
public sealed record Validity(int Years, int Months, int Days, DateTimeOffset? Until)
{
    /// <summary>The end of validity of an award made at this instant.</summary>
    public DateTimeOffset EndFor(DateTimeOffset awardedOn) =>
        Until ?? awardedOn.AddYears(Years).AddMonths(Months).AddDays(Days);
}
