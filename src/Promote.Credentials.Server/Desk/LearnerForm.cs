using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Desk;

/// <summary>Whom a form is about.</summary>
internal static class LearnerForm
{
    public static Learner Read(DeskForm form) => new()
    {
        GivenName = form["givenName"] ?? "",
        FamilyName = form["familyName"] ?? "",
        Email = form["email"],
        Language = Language.Find(form["language"])?.Tag,
        DateOfBirth = form.Day("dateOfBirth") is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null,
    };
}
