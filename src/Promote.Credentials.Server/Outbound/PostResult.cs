using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>What became of something that was sent.</summary>
/// <param name="Status">The status of the answer, whatever it is; null where nothing answered.</param>
/// <param name="Failure">Why nothing answered; null when something did.</param>
/// <param name="Detail">The failure in one sentence; empty when there is none.</param>
internal sealed record PostResult(int? Status, FetchFailure? Failure, string Detail)
{
    public static PostResult Answered(int status) => new(status, null, "");

    public static PostResult Failed(FetchResult why) => new(null, why.Failure, why.Detail);
}
