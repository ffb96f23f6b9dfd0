using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public;

/// <summary>What a holder's own link shows besides what everybody may see. Made only for a document whose signature holds.</summary>
internal sealed record ShownByHolder
{
    /// <summary>The learner's name as the issuer recorded it; null when the link does not show it.</summary>
    public required string? Name { get; init; }

    /// <summary>What the holder reached; null when the link does not show it.</summary>
    public required AttainmentView? Attainment { get; init; }

    /// <summary>When the link ends; null for one without an end.</summary>
    public required DateTimeOffset? Until { get; init; }

    public static ShownByHolder Of(ShareLinkRow link, JsonElement signed, string? name) => new()
    {
        Name = link.ShowsName ? name : null,
        Attainment = link.ShowsResults ? AttainmentReader.Read(signed) : null,
        Until = link.ExpiresAt,
    };

    /// <summary>The same as members of the JSON answer; what the link does not show is not there. Results stand in the credential.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("share"u8);
        if (Until is { } until)
        {
            json.WriteString("until"u8, until.UtcDateTime);
        }

        json.WriteEndObject();
        if (Name is { } name)
        {
            json.WriteStartObject("holder"u8);
            json.WriteString("name"u8, name);
            json.WriteEndObject();
        }
    }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "ShownByHolder ***";
}
