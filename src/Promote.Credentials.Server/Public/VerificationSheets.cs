using Promote.Credentials.Formats;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Sharing;

namespace Promote.Credentials.Server.Public;

/// <summary>Stored bytes → report → what the verification page shows. Nothing of it is about the recipient, unless the address is a link that the holder made to show just that.</summary>
internal sealed class VerificationSheets(
    VerificationLinks links, RecordedNames names, VerifyStored verify, ShownBadge shown, StatusNotices notices, PublicUrls urls, PageLanguage page, TimeProvider time)
{
    /// <summary>Null where there is nothing.</summary>
    public async Task<VerificationSheet?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, cancellationToken) is not { Stored: var stored } link)
        {
            return null;
        }

        var report = await verify.RunAsync(stored, cancellationToken);
        return new()
        {
            Id = id,
            Address = urls.Credential(id),
            Award = stored.Award,
            Report = report,
            Notice = await notices.FindAsync(stored.Award, cancellationToken),
            Shown = link.Share is { } share && report.Credential is { } signed
                ? ShownByHolder.Of(share, signed, await names.FindAsync(stored.Award, cancellationToken))
                : null,
        };
    }

    /// <summary>The same with what was signed in the reader's language, which becomes that of the page.</summary>
    public async Task<VerificationSheet> InLanguageOfReaderAsync(HttpContext context, VerificationSheet sheet, CancellationToken cancellationToken)
    {
        var badge = await shown.InLanguageOfReaderAsync(context, sheet.Award, sheet.Report, cancellationToken);
        return sheet with { Badge = badge, CheckedAt = SignedDate.Of(time.GetUtcNow(), page.Texts) };
    }
}
