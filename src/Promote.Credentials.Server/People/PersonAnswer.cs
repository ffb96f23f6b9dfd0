using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>Somebody who works for the issuer, as its administrators see them.</summary>
/// <param name="Id">Of their work for this issuer.</param>
/// <param name="Person">Who they are in the audit trail and in assessments.</param>
/// <param name="Email">Their address.</param>
/// <param name="Name">As they wrote it; nothing before they accepted.</param>
/// <param name="Roles">What they do; empty once they were removed.</param>
/// <param name="InvitedUntil">How long the invitation can be accepted.</param>
/// <param name="AcceptedAt">When they accepted.</param>
/// <param name="CreatedAt">When they were invited first.</param>
/// <param name="Identifiers">The ids by which the issuer's platforms know them.</param>
internal sealed record PersonAnswer(
    string Id, string Person, string Email, string? Name, IReadOnlyList<Role> Roles, DateTimeOffset? InvitedUntil, DateTimeOffset? AcceptedAt, DateTimeOffset CreatedAt, IReadOnlyList<string>? Identifiers = null)
{
    public static PersonAnswer Of(MembershipRow row, PersonProfile profile, IReadOnlyList<string>? identifiers = null) =>
        new(row.Id, row.PersonId, profile.Email, profile.Name, RoleList.Read(row.Roles), row.InvitedUntil, row.AcceptedAt, row.CreatedAt, identifiers);

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "PersonAnswer ***";
}
