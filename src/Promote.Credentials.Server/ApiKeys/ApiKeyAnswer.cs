using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.ApiKeys;

/// <summary>An API key as it is listed: everything but the key.</summary>
internal sealed record ApiKeyAnswer(
    string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    public static ApiKeyAnswer Of(ApiKeyRow row) => new(row.Id, row.Name, row.Scopes.Split(' '), row.CreatedAt, row.ExpiresAt, row.RevokedAt);
}
