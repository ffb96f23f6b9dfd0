using System.Diagnostics.CodeAnalysis;
using System.Security.Authentication;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>What an exception of the network means for whoever asked.</summary>
internal static class NetworkFailure
{
    /// <summary>False for what is not the network's doing.</summary>
    public static bool TryRead(Exception exception, Uri url, [NotNullWhen(true)] out FetchResult? result)
    {
        result = exception switch
        {
            HttpRequestException { InnerException: RefusedAddressException } => FetchResult.Failed(url, FetchFailure.RefusedAddress, RefusedAddressException.Sentence),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FetchResult.Failed(url, FetchFailure.TooLarge, $"{url.IdnHost} sent header fields that are too long."),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Unreachable(url, "is not found"),
            HttpRequestException { InnerException: AuthenticationException } => Unreachable(url, "has no certificate that is trusted for its name"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } => Unreachable(url, "takes no connection"),

            // The connection broke, or what was packed cannot be unpacked.
            HttpRequestException or IOException or InvalidDataException => Unreachable(url, "sent an answer that cannot be read"),
            OperationCanceledException => FetchResult.Failed(url, FetchFailure.TimedOut, $"{url.IdnHost} did not answer in time."),
            _ => null,
        };
        return result is not null;
    }

    private static FetchResult Unreachable(Uri url, string what) => FetchResult.Failed(url, FetchFailure.Unreachable, $"{url.IdnHost} {what}.");
}
