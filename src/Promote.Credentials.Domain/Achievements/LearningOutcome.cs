using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One learning outcome.</summary>
/// <param name="Title">What the learner can do, by language.</param>
/// <param name="Esco">The ESCO skill it equals, or null.</param>
/// <param name="Type">Whether it is a skill or knowledge: a concept URI of the ESCO list of skill types, or null.</param>
/// <param name="Reusability">How widely it can be used: a concept URI of the ESCO list of reuse levels, or null.</param>
/// <param name="ProfileSkill">The skill that a professional profile added to ESCO's and that it equals, or null.</param>
public sealed record LearningOutcome(LanguageMap Title, Uri? Esco, Uri? Type = null, Uri? Reusability = null, ProfileSkillId? ProfileSkill = null);
