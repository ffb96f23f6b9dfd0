using Promote.Credentials.Domain.People;

namespace Promote.Credentials.Server.People;

/// <summary>What somebody does from now on.</summary>
internal sealed record NewRoles
{
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>The ids by which the issuer's platforms know them, all of them; null leaves them as they are.</summary>
    public IReadOnlyList<string>? Identifiers { get; init; }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "NewRoles ***";
}
