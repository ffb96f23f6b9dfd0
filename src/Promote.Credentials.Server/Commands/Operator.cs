using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Commands;

/// <summary>Whoever has the shell of the service: the actor in the audit trail.</summary>
internal static class Operator
{
    public static Client Of(string issuerId) => new("command line", issuerId, Scope.All);
}
