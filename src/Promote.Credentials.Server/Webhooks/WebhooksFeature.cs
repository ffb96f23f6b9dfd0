using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Tells training platforms what becomes of awards, and of batches.</summary>
internal static class WebhooksFeature
{
    // For what waits for its next try, and for what a node that died had claimed.
    private static readonly TimeSpan Scan = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<WebhookSecrets>()
        .AddSingleton<WebhookCheck>()
        .AddScoped<IOutboxHandler, TellWebhooks>()
        .AddScoped<IOutboxHandler, TellWebhooksOfBatches>()
        .AddScoped<SendWebhook>()
        .AddScoped<RecordAttempt>()
        .AddRecurringJob<SendWebhooks>(Scan)
        .AddRecurringJob<PruneWebhooks>(PruneWebhooks.Interval)
        .WakeJob<SendWebhooks, WebhookDeliveryRow>(row => row is { State: WebhookDeliveryState.Pending, Attempts: 0 })
        // Its owner changed it, or asked for something to be sent again.
        .WakeJob<SendWebhooks, WebhookRow>(row => row.Enabled);
}
