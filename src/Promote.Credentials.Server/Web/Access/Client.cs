using System.Collections.Frozen;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>Who sends a request: the holder of one API key, bound to one issuer, or somebody who is signed in and works for it.</summary>
/// <param name="KeyId">Id of the key or of the person; the actor in the audit trail.</param>
/// <param name="IssuerId">The one issuer whose things it sees.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Email">The person's address, which they proved to be theirs; null for a key.</param>
internal sealed record Client(string KeyId, string IssuerId, FrozenSet<string> Scopes, string? Email = null)
{
    /// <summary>The ids by which the issuer's platforms know the person; none for a key.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => $"Client {KeyId}";
}
