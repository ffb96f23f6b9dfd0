using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Formats.Europass;

/// <summary>The form of participation, which ELM has three places for: how one learns, in which setting, on which schedule.</summary>
internal static class Participation
{
    /// <summary>How one learns: the mode that is stated, or else a form of participation that is a mode.</summary>
    internal static ElmNode? Mode(EdcContent content) =>
        Concepts.Of(ConceptList.LearningModes, content.Achievement.Mode) ?? Concepts.Of(ConceptList.LearningModes, content.Achievement.Participation);

    /// <summary>Formal or non-formal, where that is the form of participation.</summary>
    internal static ElmNode? Setting(EdcContent content) => Concepts.Of(ConceptList.LearningSettings, content.Achievement.Participation);

    /// <summary>Full time or part time, where that is the form of participation.</summary>
    internal static ElmNode? Schedule(EdcContent content) => Concepts.Of(ConceptList.LearningSchedules, content.Achievement.Participation);
}
