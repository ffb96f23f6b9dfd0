using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>An invitation and its link, which is known only now.</summary>
/// <param name="Membership">What was invited to.</param>
/// <param name="Link">Whoever opens it can accept.</param>
internal sealed record Invitation(MembershipRow Membership, Uri Link)
{
    /// <summary>Says nothing, so that no log or message can show the link.</summary>
    public override string ToString() => "Invitation ***";
}
