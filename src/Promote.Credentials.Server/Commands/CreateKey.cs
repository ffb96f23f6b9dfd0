using System.Globalization;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote keys api create</c>: makes an API key for an issuer and writes it, the only time it can be read.</summary>
internal static class CreateKey
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<CredentialsDb>();
        var now = services.GetRequiredService<TimeProvider>().GetStoredNow();
        var issuerId = await IssuerOfOption.FindAsync(db, options, cancellationToken);
        var token = ApiKeyToken.Create();
        db.ApiKeys.Add(token.ToRow(issuerId, options["name"] ?? "command line", ScopesOf(options), now, ExpiryOf(options)));
        db.Audit.Add(Operator.Of(issuerId).Did("apiKey.created", token.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await output.WriteLineAsync(token.Text);
    }

    private static string[] ScopesOf(Options options)
    {
        var scopes = options["scopes"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [.. Scope.OfIssuer];
        return scopes.FirstOrDefault(scope => !Scope.All.Contains(scope)) is { } unknown
            ? throw new UsageException($"There is no scope {unknown}. The scopes: {string.Join(", ", Scope.All.Order(StringComparer.Ordinal))}")
            : scopes;
    }

    private static DateTimeOffset? ExpiryOf(Options options)
    {
        if (options["expires"] is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new UsageException("--expires takes a date such as 2027-12-31.");
    }
}
