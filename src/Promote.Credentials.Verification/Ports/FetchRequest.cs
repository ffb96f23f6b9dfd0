namespace Promote.Credentials.Verification.Ports;

/// <summary>What is to be fetched.</summary>
/// <param name="Url">Where it lies; a fragment is not sent.</param>
/// <param name="Kind">What is expected there.</param>
public sealed record FetchRequest(Uri Url, FetchKind Kind);
