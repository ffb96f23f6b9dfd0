using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Sharing;

/// <summary>Makes a share link: the form of the holder's page.</summary>
internal sealed class MakeShareLink(CredentialsDb db, ShareLinks links, OwnPages ownPages, TimeProvider time) : ControllerBase
{
    [HttpPost("/credentials/{id}/links"), RequestSizeLimit(ShareForm.MaxBytes)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (!ownPages.Sent(Request))
        {
            return HolderPage.FromElsewhere;
        }

        if (await HolderPage.AwardAsync(db, id, cancellationToken) is not { } award)
        {
            return HolderPage.NotHere;
        }

        var (form, refused) = await ReadFormAsync(cancellationToken);
        if (form is null)
        {
            return refused!;
        }

        if (!ShareForm.Ends.Contains(form.Until))
        {
            return new Refused(RefusalCode.InvalidValue, $"/{ShareForm.UntilField}", $"One of {string.Join(", ", ShareForm.Ends)}.");
        }

        if (!form.TryEnd(time.GetStoredNow(), out var end))
        {
            return HolderPage.Back(HttpContext, id, ShareNotice.Date);
        }

        var made = await links.MakeAsync(award.Id, new ShareChoice(form.Name, form.Results, end), cancellationToken);
        return HolderPage.Back(HttpContext, id, made ? ShareNotice.Made : ShareNotice.Full);
    }

    private async Task<(ShareForm? Form, Refused? Refused)> ReadFormAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ShareForm.ReadAsync(Request, cancellationToken) is { } form
                ? (form, null)
                : (null, new(RefusalCode.UnsupportedMediaType, "", $"Send the form as {ShareForm.UrlEncoded}."));
        }
        catch (InvalidDataException)
        {
            return (null, new(RefusalCode.InvalidValue, "", "The form cannot be read: a name or a value in it is not text."));
        }
    }
}
