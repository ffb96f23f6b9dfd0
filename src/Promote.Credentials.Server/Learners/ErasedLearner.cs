namespace Promote.Credentials.Server.Learners;

/// <summary>A learner of whom nothing is left but this id.</summary>
/// <param name="Id">What they were exported and erased by.</param>
internal sealed record ErasedLearner(string Id);
