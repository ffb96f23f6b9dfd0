using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Web.Limits;

/// <summary>
/// One bucket a client. A key that this node has seen to be right has its own bucket; everything else, wrong keys included,
/// is counted on the address it comes from, before the database is asked.
/// </summary>
internal static class RequestLimits
{
    public static void Configure(RateLimiterOptions options, RateLimitSettings settings)
    {
        var ofKey = Bucket(settings.KeyPerSecond, settings.KeyBurst);
        var ofAddress = Bucket(settings.AddressPerSecond, settings.AddressBurst);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        var ofClient = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            KnownKeyOf(context) is { } key
                ? RateLimitPartition.GetTokenBucketLimiter("key " + key, _ => ofKey)
                : RateLimitPartition.GetTokenBucketLimiter("address " + Network(context.Connection.RemoteIpAddress), _ => ofAddress));
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(ofClient, HolderLimits.OfAddress(settings), HolderLimits.OfCredential(settings));
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ErrorPage.IsWantedBy(rejected.HttpContext.Request) ? ValueTask.CompletedTask : new ValueTask(ProblemDocument.Of(StatusCodes.Status429TooManyRequests).WriteAsync(rejected.HttpContext));
        };
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) => new()
    {
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        TokenLimit = burst,
        QueueLimit = 0,
    };

    private static string? KnownKeyOf(HttpContext context) =>
        BearerToken.Of(context.Request) is { } token
            ? context.RequestServices.GetRequiredService<KnownClients>().LastKnownId(ApiKeyToken.HashOf(token))
            : null;

    // An IPv6 customer has a /64 at least, so its addresses are one.
    internal static string Network(IPAddress? address)
    {
        if (address is null or { AddressFamily: not AddressFamily.InterNetworkV6 } or { IsIPv4MappedToIPv6: true })
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        return Convert.ToHexString(address.GetAddressBytes(), 0, 8);
    }
}
