using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.People;

/// <summary>The ids by which an issuer's platforms know somebody who works for it, so that nobody awards to themselves under one of them.</summary>
public static class PlatformIdentifiers
{
    private const int Most = 10;

    /// <summary>What stands against the ids in a request, with pointers below <c>/identifiers</c>; empty when nothing does.</summary>
    /// <param name="identifiers">As they were sent.</param>
    public static IReadOnlyList<Refusal> WhyNot(IReadOnlyList<string> identifiers)
    {
        var check = new RequestCheck();
        check.RefuseUnless(identifiers.Count <= Most, RefusalCode.InvalidValue, "/identifiers", $"Somebody has at most {Most} identifiers.");
        for (var i = 0; i < Math.Min(identifiers.Count, Most); i++)
        {
            check.RequiredLine(identifiers[i], RequestCheck.At("/identifiers", i), LearnerRules.MaxIdentifier);
        }

        return check.Refusals;
    }
}
