using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Assessments;

/// <summary>An achievement may name who assesses it.</summary>
internal static class WhoAssesses
{
    public static Refusal? WhyNot(Client client, AwardPolicy policy) => policy.MayBeAssessedBy(client.KeyId)
        ? null
        : new(RefusalCode.Forbidden, "", "This achievement names who may assess it, and you are not among them.");
}
