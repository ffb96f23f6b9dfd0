using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public;

/// <summary>What stands on a verification page.</summary>
internal sealed record VerificationSheet
{
    /// <summary>The id that led here: a public id, or that of a share link.</summary>
    public required string Id { get; init; }

    /// <summary>The page's one address.</summary>
    public required string Address { get; init; }

    public required AwardRow Award { get; init; }

    public required Report Report { get; init; }

    /// <summary>What there is to say about its status; null while it holds.</summary>
    public required StatusNotice? Notice { get; init; }

    /// <summary>What the holder's own link shows besides; null behind every other address, and while the signature does not hold.</summary>
    public required ShownByHolder? Shown { get; init; }

    /// <summary>What was signed, in the language of the page; null while the signature does not hold, because then nobody said it.</summary>
    public BadgeView? Badge { get; init; }

    /// <summary>When it was checked, in the language of the page.</summary>
    public SignedDate? CheckedAt { get; init; }

    /// <summary>Whether it is that of the person whom the reader named.</summary>
    public HolderAnswer Holder { get; init; }

    /// <summary>The same as JSON.</summary>
    public byte[] ToJson() => ReportJson.Write(Report, Shown?.Attainment is null ? PublicPart.Write : PublicPart.WriteWithResults, WriteMore);

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "VerificationSheet ***";

    private void WriteMore(Utf8JsonWriter json)
    {
        Notice?.Write(json);
        Shown?.Write(json);
    }
}
