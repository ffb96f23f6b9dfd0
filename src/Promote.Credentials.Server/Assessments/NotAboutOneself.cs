using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Nobody assesses themselves or decides about themselves: somebody who is signed in is the learner when the address is one.</summary>
internal static class NotAboutOneself
{
    public static Refusal? WhyNot(Client client, Learner learner) => KeyedHashes.AreOne(client.Email, learner.Email)
        ? new(RefusalCode.SeparationOfDuties, "/learner", "Nobody assesses themselves: somebody else has to.")
        : null;
}
