using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Learners;

/// <summary>The person assessed and awarded (OB AchievementSubject, ELM Person). Personal data: never logged, never public.</summary>
public sealed record Learner
{
    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Family name.</summary>
    public required string FamilyName { get; init; }

    /// <summary>E-mail address, as given; this or <see cref="Identifier"/> is there.</summary>
    public string? Email { get; init; }

    /// <summary>Id of the learner on the platform that sent the request.</summary>
    public string? Identifier { get; init; }

    /// <summary>BCP 47 language that the learner reads.</summary>
    public string? Language { get; init; }

    /// <summary>Date of birth; only for formats that need it.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>What stands against a learner in a request, with pointers below <c>/learner</c>; empty when nothing does.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="now">The instant of asking.</param>
    public static IReadOnlyList<Refusal> WhyNot(Learner learner, DateTimeOffset now)
    {
        var check = new RequestCheck();
        LearnerRules.Check(check, learner, now);
        return check.Refusals;
    }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "Learner ***";
}
