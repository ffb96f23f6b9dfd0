using System.Globalization;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote keys issuer activate</c>, <c>retire</c> and <c>compromise</c>: the next step in the life of a key. Running services see it with their next award.</summary>
internal static class ChangeSigningKey
{
    public static Task ActivateAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(services, options, output, (life, client, id) => life.ActivateAsync(client, id, cancellationToken), cancellationToken);

    public static Task RetireAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(services, options, output, (life, client, id) => life.RetireAsync(client, id, cancellationToken), cancellationToken);

    public static Task CompromiseAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var at = options["at"] is { } text ? InstantOf(text) : services.GetRequiredService<TimeProvider>().GetStoredNow();
        return RunAsync(services, options, output, (life, client, id) => life.CompromiseAsync(client, id, at, cancellationToken), cancellationToken);
    }

    private static async Task RunAsync(
        IServiceProvider services, Options options, TextWriter output,
        Func<IssuerKeyLife, Client, string, Task<Decision<IssuerKeyRow>>> change, CancellationToken cancellationToken)
    {
        var issuerId = await IssuerOfOption.FindAsync(services.GetRequiredService<CredentialsDb>(), options, cancellationToken);
        var changed = await change(services.GetRequiredService<IssuerKeyLife>(), Operator.Of(issuerId), options.Required("id"));
        await output.WriteLineAsync(changed.Granted ? ListSigningKeys.LineOf(changed.Value) : throw new UsageException(changed.Refusals[0].Detail));
    }

    private static DateTimeOffset InstantOf(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new UsageException("--at takes an instant such as 2027-03-01T08:00:00Z.");
}
