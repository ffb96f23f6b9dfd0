using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Issuers;

/// <summary>What stands between an issuer and its statement that it stands behind another one. Pointers lead into the body of <c>POST /api/v1/accreditations</c>.</summary>
public static class AccreditationRules
{
    private const int MaxComment = 2000;

    /// <summary>Everything that stands against it; empty when it can be signed.</summary>
    /// <param name="accreditor">Id of who would accredit.</param>
    /// <param name="member">Id of who would be accredited; null where nobody has that name.</param>
    /// <param name="from">Its first instant.</param>
    /// <param name="until">The instant at which it ends; null when it has no end.</param>
    /// <param name="comment">What is said about the member; Markdown.</param>
    public static IReadOnlyList<Refusal> Check(string accreditor, string? member, DateTimeOffset from, DateTimeOffset? until, string? comment)
    {
        var check = new RequestCheck();
        check.RefuseUnless(member is not null, RefusalCode.InvalidValue, "/member", "No issuer of this service has this slug.");
        check.RefuseUnless(member != accreditor, RefusalCode.SeparationOfDuties, "/member", "Nobody accredits themselves.");
        check.RefuseUnless(!(until <= from), RefusalCode.DatesContradict, "/validUntil", "The accreditation ends before it begins.");
        check.Block(comment, "/comment", MaxComment);
        return check.Refusals;
    }
}
