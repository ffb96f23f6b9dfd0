using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>Somebody with a session.</summary>
/// <param name="Session">The session, tracked.</param>
/// <param name="Person">The person, tracked.</param>
/// <param name="Profile">How they are called and reached.</param>
/// <param name="Roles">What they do for the issuer of the session; empty while they work for none.</param>
/// <param name="Identifiers">The ids by which that issuer's platforms know them.</param>
internal sealed record SignedIn(SessionRow Session, PersonRow Person, PersonProfile Profile, IReadOnlyList<Role> Roles, IReadOnlyList<string> Identifiers)
{
    /// <summary>For how long after they showed who they are somebody may change what guards their account.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Whether they showed who they are a moment ago: an open session that was left alone, or was stolen, is not enough.</summary>
    public bool IsFresh(DateTimeOffset now) => Session.VerifiedAt > now - Fresh;

    /// <summary>Ends all other sessions with the next commit.</summary>
    public void EndOthers() => Session.SecurityStamp = Person.SecurityStamp = RandomId.New();

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "SignedIn ***";
}
