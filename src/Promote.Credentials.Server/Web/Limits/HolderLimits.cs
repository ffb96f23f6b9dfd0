using System.Threading.RateLimiting;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Web.Limits;

/// <summary>
/// Few guesses at whom a credential was issued to: of one address, and about one credential from everywhere. Both are counted
/// before the credential is looked for, so that an id that leads nowhere is counted like any other.
/// </summary>
internal static class HolderLimits
{
    public static PartitionedRateLimiter<HttpContext> OfAddress(RateLimitSettings settings) =>
        Of(context => RequestLimits.Network(context.Connection.RemoteIpAddress), TimeSpan.FromMinutes(1) / settings.HolderPerMinute, settings.HolderBurst);

    public static PartitionedRateLimiter<HttpContext> OfCredential(RateLimitSettings settings) =>
        Of(context => context.Request.RouteValues["id"] as string ?? "", TimeSpan.FromHours(1) / settings.HolderPerCredentialAndHour, settings.HolderPerCredentialBurst);

    private static PartitionedRateLimiter<HttpContext> Of(Func<HttpContext, string> counted, TimeSpan each, int burst) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<AsksAboutHolderAttribute>() is not null
            ? RateLimitPartition.GetTokenBucketLimiter(counted(context), _ => new() { TokensPerPeriod = 1, ReplenishmentPeriod = each, TokenLimit = burst, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));
}
