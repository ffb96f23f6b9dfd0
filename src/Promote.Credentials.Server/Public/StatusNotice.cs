using System.Text.Json;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public;

/// <summary>What everybody may know about the status of an award that does not hold.</summary>
/// <param name="Status">What it is.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why, as the issuer says it.</param>
/// <param name="ReplacedBy">The verification page of the award that took its place.</param>
internal sealed record StatusNotice(AwardStatus Status, DateTimeOffset Since, string? Reason, string? ReplacedBy)
{
    /// <summary>The same as a member of the JSON answer.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("status"u8);
        json.WriteString("state"u8, JsonNamingPolicy.CamelCase.ConvertName(Status.ToString()));
        json.WriteString("since"u8, Since.UtcDateTime);
        if (Reason is not null)
        {
            json.WriteString("reason"u8, Reason);
        }

        if (ReplacedBy is not null)
        {
            json.WriteString("replacedBy"u8, ReplacedBy);
        }

        json.WriteEndObject();
    }
}
