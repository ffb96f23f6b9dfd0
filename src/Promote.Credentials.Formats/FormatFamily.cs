namespace Promote.Credentials.Formats;

/// <summary>The specification that a format follows: what its documents are linted against and how they are baked. A lint rule may be for several.</summary>
[Flags]
public enum FormatFamily
{
    /// <summary>Open Badges 3.0, an AchievementCredential on VC Data Model 2.0.</summary>
    OpenBadges3 = 1,

    /// <summary>Open Badges 2.0, an Assertion.</summary>
    OpenBadges2 = 2,

    /// <summary>European Learning Model 3, a EuropeanDigitalCredential on VC Data Model 1.1.</summary>
    Europass = 4,

    /// <summary>Bitstring Status List 1.0, a BitstringStatusListCredential on VC Data Model 2.0.</summary>
    StatusList = 8,

    /// <summary>Any credential that a platform wrote itself, on VC Data Model 2.0 or 1.1.</summary>
    DataModel = 16,
}
