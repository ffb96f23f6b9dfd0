using Promote.Credentials.Formats;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Accreditations;

/// <summary>An accreditation as the API shows it to both sides.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">The slug of who accredits.</param>
/// <param name="Member">The slug of who is accredited.</param>
/// <param name="ValidFrom">Its first instant.</param>
/// <param name="ValidUntil">The instant at which it ends; nothing when it has no end.</param>
/// <param name="Comment">What is said about the member.</param>
/// <param name="RevokedAt">Since when it is revoked.</param>
/// <param name="Url">Where anybody finds the signed EndorsementCredential.</param>
/// <param name="CreatedAt">When it was signed.</param>
internal sealed record AccreditationAnswer(
    string Id, string By, string Member, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil, string? Comment, DateTimeOffset? RevokedAt, string Url, DateTimeOffset CreatedAt)
{
    public static AccreditationAnswer Of(AccreditationRow row, string by, string member, PublicUrls urls) =>
        new(row.Id, by, member, row.ValidFrom, row.ValidUntil, row.Comment, row.RevokedAt, urls.Accreditation(row.Id), row.CreatedAt);
}
