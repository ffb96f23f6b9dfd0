using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.ApiKeys;

/// <summary>Makes an API key for the client's own issuer. The answer is the only place where the key stands.</summary>
internal sealed class CreateApiKey(CredentialsDb db, TimeProvider time) : ControllerBase
{
    private const int MaxName = 100;

    [HttpPost("/api/v1/api-keys"), Access(Scope.KeysManage)]
    public async Task<IActionResult> RunAsync([FromBody] NewApiKey body, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var now = time.GetStoredNow();
        if (Check(body, client, now) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var token = ApiKeyToken.Create();
        var row = token.ToRow(client.IssuerId, body.Name, body.Scopes, now, body.ExpiresAt);
        db.ApiKeys.Add(row);
        db.Audit.Add(client.Did("apiKey.created", row.Id, now, new { scopes = row.Scopes }));
        await db.SaveChangesAsync(cancellationToken);
        return Created($"/api/v1/api-keys/{row.Id}", new CreatedApiKey(token.Text, ApiKeyAnswer.Of(row)));
    }

    // Nobody can give what they do not have: else a key with keys:manage alone would be a key to everything.
    private static List<Refusal> Check(NewApiKey body, Client client, DateTimeOffset now)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(body.Name) || body.Name.Length > MaxName)
        {
            refusals.Add(new(RefusalCode.InvalidValue, "/name", $"Give a name of 1 to {MaxName} characters."));
        }

        if (body.Scopes.Count == 0)
        {
            refusals.Add(new(RefusalCode.MissingField, "/scopes", "Give at least one scope."));
        }

        refusals.AddRange(
            from scope in body.Scopes.Index()
            where !client.Scopes.Contains(scope.Item)
            select new Refusal(RefusalCode.InvalidValue, JsonPointer.Append("/scopes", scope.Index), "Give a scope that this API key has itself."));
        if (body.ExpiresAt <= now)
        {
            refusals.Add(new(RefusalCode.DatesContradict, "/expiresAt", "The key would have expired already."));
        }

        return refusals;
    }

    /// <summary>What is asked for.</summary>
    internal sealed record NewApiKey
    {
        public required string Name { get; init; }

        public required IReadOnlyList<string> Scopes { get; init; }

        public DateTimeOffset? ExpiresAt { get; init; }
    }

    /// <summary>The key, once, and what is listed of it.</summary>
    internal sealed record CreatedApiKey(string Key, ApiKeyAnswer ApiKey);
}
