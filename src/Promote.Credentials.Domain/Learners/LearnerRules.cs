using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Learners;

/// <summary>What stands against a learner in a request. No message repeats what it refuses: it is personal data.</summary>
internal static class LearnerRules
{
    internal const int MaxIdentifier = 255;

    private const int MaxName = 200;

    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    internal static void Check(RequestCheck check, Learner learner, DateTimeOffset now)
    {
        check.RequiredLine(learner.GivenName, "/learner/givenName", MaxName);
        check.RequiredLine(learner.FamilyName, "/learner/familyName", MaxName);
        check.RefuseUnless(
            learner.Email is not null || learner.Identifier is not null, RefusalCode.MissingField, "/learner", "Give the learner's email or identifier.");
        check.Email(learner.Email, "/learner/email");
        if (learner.Identifier is not null)
        {
            check.RequiredLine(learner.Identifier, "/learner/identifier", MaxIdentifier);
        }

        check.RefuseUnless(
            learner.Language is null || LanguageTag.IsValid(learner.Language), RefusalCode.InvalidValue, "/learner/language", "Name the language by two or three small letters, and a region where it matters: ro, pt-BR.");
        check.RefuseUnless(
            learner.DateOfBirth is not { } birth || (birth >= EarliestBirth && birth < DateOnly.FromDateTime(now.UtcDateTime)), RefusalCode.InvalidDate, "/learner/dateOfBirth", "Give a day between 1900 and yesterday.");
    }
}
