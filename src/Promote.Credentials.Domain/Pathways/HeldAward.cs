namespace Promote.Credentials.Domain.Pathways;

/// <summary>An award that a learner got.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Achievement">Id of the achievement.</param>
/// <param name="Counts">Whether it holds: neither revoked nor suspended nor over.</param>
public sealed record HeldAward(string Id, string Achievement, bool Counts);
