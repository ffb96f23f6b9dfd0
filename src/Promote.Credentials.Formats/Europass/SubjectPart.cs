namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM Person: the learner by name, and by the day of birth where it is known. Nothing more than readers of a certificate need: no address, no e-mail, no id of a platform.</summary>
internal static class SubjectPart
{
    internal static ElmNode Of(EdcContent content)
    {
        var learner = content.Award.Learner;
        return new ElmNode("Person", "person")
            .With("givenName", content.InPrimaryLanguage(learner.GivenName))
            .With("familyName", content.InPrimaryLanguage(learner.FamilyName))
            .With("fullName", content.InPrimaryLanguage($"{learner.GivenName} {learner.FamilyName}"))
            .With("dateOfBirth", Day(learner.DateOfBirth))
            .With("hasClaim", AchievementPart.Of(content));
    }

    // The model has instants only. Midnight UTC keeps the day, whatever the zone in which the document was written.
    private static DateTimeOffset? Day(DateOnly? date) => date is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
