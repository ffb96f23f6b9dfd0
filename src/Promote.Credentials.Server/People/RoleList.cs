using Promote.Credentials.Domain.People;

namespace Promote.Credentials.Server.People;

/// <summary>Roles as a row keeps them: <c>administrator assessor</c>.</summary>
internal static class RoleList
{
    public static string Write(IEnumerable<Role> roles) => string.Join(' ', roles.Distinct().Order().Select(NameOf));

    public static IReadOnlyList<Role> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<Role>(name, ignoreCase: true))];

    /// <summary>A role as the API writes it: <c>programmeManager</c>.</summary>
    public static string NameOf(Role role) => role.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
