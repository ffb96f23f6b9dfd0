using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>A webhook as it is listed: everything but its secrets.</summary>
/// <param name="FailingSince">When a message first failed after the last one that was taken.</param>
/// <param name="PreviousSecretUntil">Until when messages are signed with the secret before the last rotation, too.</param>
internal sealed record WebhookAnswer(
    string Id,
    string Url,
    IReadOnlyList<string> Events,
    string? Description,
    bool Enabled,
    DateTimeOffset? DisabledAt,
    WebhookStop? DisabledBecause,
    DateTimeOffset? FailingSince,
    DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset CreatedAt)
{
    public static WebhookAnswer Of(WebhookRow row) => new(
        row.Id,
        row.Url,
        WebhookEvents.Read(row.Events),
        row.Description,
        row.Enabled,
        row.DisabledAt,
        row.DisabledBecause,
        row.FailingSince,
        row.PreviousSecretUntil,
        row.CreatedAt);
}
