using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>Tells learners about their credentials.</summary>
internal static class DeliveriesFeature
{
    // For what waits for its next try, and for what a node that died had claimed.
    private static readonly TimeSpan Scan = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddScoped<IOutboxHandler, AnnounceAward>().AddScoped<IOutboxHandler, AnnounceChange>()
        .AddScoped<SendDelivery>()
        .AddScoped<AwardMail>()
        .AddRecurringJob<SendDeliveries>(Scan)
        .AddRecurringJob<RemindOfExpiry>(RemindOfExpiry.Interval)
        .WakeJob<SendDeliveries, DeliveryRow>(row => row is { State: DeliveryState.Pending, Attempts: 0, Request: DeliveryRow.OnIssuing } or { State: DeliveryState.Pending, Attempts: 0, Change: not null });
}
