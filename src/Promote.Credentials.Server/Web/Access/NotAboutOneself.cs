using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Encryption;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>
/// Nobody assesses, decides about or awards to themselves: somebody who is signed in is the learner when the address is one, or the id by
/// which a platform knows them.
/// </summary>
internal static class NotAboutOneself
{
    public static Refusal Refusal { get; } = new(RefusalCode.SeparationOfDuties, "/learner", "This is about yourself: somebody else has to do it.");

    public static Refusal? WhyNot(Client client, Learner learner) =>
        KeyedHashes.AreOne(client.Email, learner.Email) || (learner.Identifier is { } identifier && client.Identifiers.Contains(identifier)) ? Refusal : null;
}
