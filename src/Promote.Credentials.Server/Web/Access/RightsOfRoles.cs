using System.Collections.Frozen;
using Promote.Credentials.Domain.People;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>What people may do by their roles, in the scopes that API keys have too: each route names its right once.</summary>
internal static class RightsOfRoles
{
    private static readonly string[] Reading = [Scope.IssuersRead, Scope.AchievementsRead, Scope.AwardsRead, Scope.AssessmentsRead, Scope.PathwaysRead, Scope.EscoRead];

    private static readonly FrozenDictionary<Role, FrozenSet<string>> Rights = new Dictionary<Role, FrozenSet<string>>
    {
        [Role.Administrator] = [.. Reading, Scope.IssuersWrite, Scope.PeopleManage, Scope.AccreditationsWrite, Scope.KeysManage, Scope.IssuerKeysManage, Scope.WebhooksManage, Scope.LearnersRead, Scope.LearnersErase, Scope.AuditRead],
        [Role.ProgrammeManager] = [.. Reading, Scope.AchievementsWrite, Scope.PathwaysWrite, Scope.AwardsWrite, Scope.AwardsRevoke],
        [Role.Assessor] = [.. Reading, Scope.AssessmentsWrite, Scope.AwardsWrite],
        [Role.Validator] = [.. Reading, Scope.AssessmentsDecide],
        [Role.Reader] = [.. Reading],
    }.ToFrozenDictionary();

    /// <summary>The scopes of somebody with these roles.</summary>
    public static FrozenSet<string> Of(IEnumerable<Role> roles) => roles.SelectMany(role => Rights[role]).ToFrozenSet(StringComparer.Ordinal);
}
