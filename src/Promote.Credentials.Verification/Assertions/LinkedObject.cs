using System.Text.Json;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Assertions;

/// <summary>An object of Open Badges 2.0 that another one names.</summary>
/// <param name="Document">What was found; undefined where nothing was.</param>
/// <param name="Failure">Why nothing was found; null where something was.</param>
/// <param name="Detail">The failure in a sentence.</param>
internal sealed record LinkedObject(JsonElement Document, FetchFailure? Failure = null, string Detail = "")
{
    /// <summary>Nothing is named.</summary>
    internal static LinkedObject None { get; } = new(default, FetchFailure.NotFound, "Nothing is named.");

    /// <summary>Whether it is there and says that it is the one that was asked for.</summary>
    internal bool IsFound => Failure is null && Document.ValueKind == JsonValueKind.Object;
}
