using System.Collections.Frozen;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>Who sends a request: the holder of one API key, bound to one issuer.</summary>
/// <param name="KeyId">Id of the key; the actor in the audit trail.</param>
/// <param name="IssuerId">The one issuer whose things it sees.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record Client(string KeyId, string IssuerId, FrozenSet<string> Scopes);
