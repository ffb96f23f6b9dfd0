using Promote.Credentials.Domain.Awards;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>What Open Badges 2.0 asks for that an award need not have.</summary>
internal static class Requirements
{
    /// <summary>Each element that is missing, as the rest of a sentence.</summary>
    internal static IEnumerable<string> Missing(Award award)
    {
        // Profile Identifier Properties: platforms know a recipient by an e-mail address only.
        if (award.Learner.Email is null)
        {
            yield return "the learner's e-mail address (/learner/email)";
        }

        // An Assertion ends, but has no beginning: it would be believed at once.
        if (award.ValidFrom > award.IssuedAt)
        {
            yield return "an award that is valid at once, because its documents have no beginning of validity (/validFrom)";
        }

        // Profile: name, url and email are required of an issuer. The first is always there, the second is this service's where there is none.
        if (award.Issuer.Email is null)
        {
            yield return "an e-mail address of the issuer, which is set in its profile";
        }
    }
}
