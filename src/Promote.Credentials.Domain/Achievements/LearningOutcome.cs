using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One learning outcome.</summary>
/// <param name="Title">What the learner can do, by language.</param>
/// <param name="Esco">The ESCO skill it equals, or null.</param>
public sealed record LearningOutcome(LanguageMap Title, Uri? Esco);
