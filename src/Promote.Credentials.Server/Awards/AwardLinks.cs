using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Awards;

/// <summary>Where an award leads.</summary>
/// <param name="Credential">For the holder only: whoever has it gets the documents.</param>
/// <param name="Verification">For everybody; also what the QR code holds.</param>
/// <param name="Qr">The QR code as a picture.</param>
internal sealed record AwardLinks(string Credential, string Verification, string Qr)
{
    public static AwardLinks Of(PromoteSettings settings, string publicId, string holderId)
    {
        var root = settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/');
        return new($"{root}/credentials/{holderId}", $"{root}/v/{publicId}", $"{root}/v/{publicId}/qr.svg");
    }
}
