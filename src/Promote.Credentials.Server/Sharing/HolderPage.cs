using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Sharing;

/// <summary>The page that the forms stand on: who may send them, and where their answers lead.</summary>
internal static class HolderPage
{
    /// <summary>Name of the query parameter for <see cref="ShareNotice"/>.</summary>
    public const string Notice = "notice";

    /// <summary>Name of the query parameter for the reader's language.</summary>
    public const string Language = "lang";

    public static Refused NotHere => new(RefusalCode.NotFound, "", "There is nothing here, or not any more.");

    public static Refused FromElsewhere => new(RefusalCode.CrossOrigin, "", "This form can only be sent from the page of the credential itself.");

    /// <summary>The award that a holder's link leads to; null where it leads nowhere.</summary>
    public static async Task<AwardRow?> AwardAsync(CredentialsDb db, string holderId, CancellationToken cancellationToken) => RandomId.IsOne(holderId)
        ? await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.HolderId == holderId && award.State == IssuingState.Issued && learner.WrappedKey != null
            select award).SingleOrDefaultAsync(cancellationToken)
        : null;

    /// <summary>Back to the page, in the language it was in: a reload then sends nothing again (303, RFC 9110 §15.4.4).</summary>
    public static IActionResult Back(HttpContext context, string holderId, ShareNotice notice)
    {
        var language = Languages.Language.Find(context.Request.Query[Language]) is { } known ? $"&{Language}={known.Tag}" : "";
        context.Response.Headers.Location = $"/credentials/{holderId}?{Notice}={notice.ToString().ToLowerInvariant()}{language}#share";
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}
