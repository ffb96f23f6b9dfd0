using Promote.Credentials.Server.Issuing;

namespace Promote.Credentials.Server.Demo;

/// <summary>What there is to show.</summary>
/// <param name="AchievementId">The achievement of the demo issuer.</param>
/// <param name="Award">The one award made from it at the first start.</param>
/// <param name="Key">An API key of the demo issuer.</param>
/// <param name="Desk">Where a person begins to work for the demo issuer.</param>
internal sealed record SeededDemo(string AchievementId, IssuedAward Award, string Key, Uri Desk)
{
    /// <summary>Says nothing: it has a key.</summary>
    public override string ToString() => "SeededDemo ***";
}
