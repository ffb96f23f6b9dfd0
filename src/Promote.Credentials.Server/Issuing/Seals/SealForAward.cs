using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing.Seals;

/// <summary>Chooses what seals an award, and refuses what must not be sealed: before anything is written.</summary>
internal sealed class SealForAward(IssuerSeals seals)
{
    /// <summary>The issuer's seal, or why it cannot be used; neither where no form asks for one.</summary>
    /// <exception cref="SettingsException">A seal cannot be opened.</exception>
    public (SealKey? Key, Refusal? Refusal) Choose(Issuer issuer, IReadOnlyList<string> formats, DateTimeOffset now)
    {
        var asking = formats.ToList().FindIndex(name => FormatList.TryGet(name, out var format) && format.Securing is Seal);
        if (asking < 0)
        {
            return (null, null);
        }

        var pointer = JsonPointer.Append("/formats", asking);
        return seals.Of(issuer.Slug, now) switch
        {
            { IsValid: false } none => (null, new Refusal(RefusalCode.SealUnusable, pointer, none.Sentence)),
            { Key: { IsDevelopment: true } test } => (test, null),
            { Key.Subject: var owner } when owner.Country != issuer.CountryCode => (null, new Refusal(
                RefusalCode.SealUnusable, pointer, "The certificate of the seal names an organisation in another country than the issuer's: a seal is the issuer's own.")),

            // A page that nobody drew would be sealed for ever.
            _ when !Rendering.IsAvailable => (null, new Refusal(RefusalCode.Unavailable, pointer, Rendering.Missing)),
            var own => (own.Key, null),
        };
    }
}
