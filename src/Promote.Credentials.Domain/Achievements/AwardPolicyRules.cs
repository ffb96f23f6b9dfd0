using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>What stands against a policy in itself; whether what it names is there is another question.</summary>
internal static class AwardPolicyRules
{
    private const int MaxPrerequisites = 20;
    private const int MaxAssessors = 100;

    internal static void Check(RequestCheck check, AwardPolicy policy)
    {
        CheckIds(check, policy.Prerequisites, "/policy/prerequisites", MaxPrerequisites);
        CheckIds(check, policy.Assessors, "/policy/assessors", MaxAssessors);
    }

    private static void CheckIds(RequestCheck check, IReadOnlyList<string> ids, string pointer, int max)
    {
        check.RefuseUnless(ids.Count <= max, RefusalCode.InvalidValue, pointer, $"Give at most {max} ids.");
        check.RefuseUnless(ids.Distinct().Count() == ids.Count, RefusalCode.InvalidValue, pointer, "An id stands here twice.");
    }
}
