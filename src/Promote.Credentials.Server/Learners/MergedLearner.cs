namespace Promote.Credentials.Server.Learners;

/// <summary>A learner, and whom they were found to be too.</summary>
/// <param name="Id">Whom all names lead to.</param>
/// <param name="Merged">The ids of all who were merged into them, the oldest first.</param>
internal sealed record MergedLearner(string Id, IReadOnlyList<string> Merged);
