using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote issuers create</c>: admits an issuer, the first one of an installation too. Make it an API key next.</summary>
internal static class AdmitIssuer
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var language = options.Required("language");
        var issuer = new Issuer
        {
            Id = RandomId.New(),
            Slug = options.Required("slug"),
            Name = new([new(language, options.Required("name"))]),
            CountryCode = options.Required("country"),
            PrimaryLanguage = language,
        };
        if (IssuerRules.Check(issuer) is { Count: > 0 } refusals)
        {
            throw new UsageException(string.Join(Environment.NewLine, refusals.Select(refusal => $"{refusal.Pointer}: {refusal.Detail}")));
        }

        var db = services.GetRequiredService<CredentialsDb>();
        if (db.Issuers.Any(row => row.Slug == issuer.Slug))
        {
            throw new UsageException($"Another issuer has the slug {issuer.Slug}.");
        }

        var now = services.GetRequiredService<TimeProvider>().GetStoredNow();
        db.Issuers.Add(new() { Id = issuer.Id, Slug = issuer.Slug, Profile = StoredJson.Write(issuer), CreatedAt = now });
        db.Audit.Add(Operator.Of(issuer.Id).Did("issuer.created", issuer.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await services.GetRequiredService<IssuerKeyLife>().AdoptAsync(issuer.Id, issuer.Slug, cancellationToken);
        await output.WriteLineAsync(issuer.Id);
    }
}
