namespace Promote.Credentials.Server.Webhooks;

/// <summary>What a webhook can be told.</summary>
internal static class WebhookEvents
{
    /// <summary>Stands for every event, those of later versions too.</summary>
    public const string Every = "*";

    /// <summary>Asked for by whoever tries a webhook out; every webhook takes it.</summary>
    public const string Ping = "webhook.ping";

    /// <summary>The events of an award: what the outbox calls them too.</summary>
    public static IReadOnlyList<string> OfAwards { get; } =
    [
        "award.issued", "award.claimed", "award.suspended", "award.reinstated", "award.revoked", "award.replaced", "award.renewed", "award.expired",
    ];

    /// <summary>The events of a batch: what the outbox calls them too.</summary>
    public static IReadOnlyList<string> OfBatches { get; } = ["batch.completed"];

    /// <summary>All that can be asked for.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfAwards, .. OfBatches];

    /// <summary>A choice as a row keeps it.</summary>
    public static string Write(IReadOnlyList<string> events) => events.Contains(Every) ? Every : string.Join(' ', All.Where(events.Contains));

    public static IReadOnlyList<string> Read(string stored) => stored.Split(' ');

    /// <summary>Whether a choice has an event.</summary>
    public static bool Contain(string stored, string name) => stored == Every || Read(stored).Contains(name);
}
