using Promote.Credentials.Domain.People;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote people invite</c>: invites somebody, such as the first administrator, and writes the link to pass on.</summary>
internal static class InviteByCommand
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var issuerId = await IssuerOfOption.FindAsync(services.GetRequiredService<CredentialsDb>(), options, cancellationToken);
        await services.GetRequiredService<Storage.Encryption.KeyRing>().StartAsync(cancellationToken);
        var email = options.Required("email");
        if (!EmailAddress.IsValid(email))
        {
            throw new UsageException("--email takes one e-mail address.");
        }

        var invitation = await services.GetRequiredService<Invitations>().MakeAsync(Operator.Of(issuerId), email, RolesOf(options), cancellationToken);
        await output.WriteLineAsync(invitation.Granted ? invitation.Value.Link.AbsoluteUri : throw new UsageException(invitation.Refusals[0].Detail));
    }

    private static List<Role> RolesOf(Options options) =>
    [
        .. from name in (options["roles"] ?? "administrator").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           select Enum.GetValues<Role>().Where(role => RoleList.NameOf(role) == name).Select(role => (Role?)role).FirstOrDefault()
               ?? throw new UsageException($"There is no role {name}. The roles: {string.Join(", ", Enum.GetValues<Role>().Select(RoleList.NameOf))}"),
    ];
}
