using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuers;

/// <summary>An issuer as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its short name in public addresses; never changes, because signed documents hold it.</param>
/// <param name="Profile">What it says about itself; what a change sends back.</param>
/// <param name="CreatedAt">When it was admitted.</param>
internal sealed record IssuerAnswer(string Id, string Slug, IssuerProfile Profile, DateTimeOffset CreatedAt)
{
    public static IssuerAnswer Of(IssuerRow row) => new(row.Id, row.Slug, IssuerProfile.Of(StoredJson.Read<Issuer>(row.Profile)), row.CreatedAt);

    /// <summary>The profile's entity tag: part of its hash, since an issuer has no revisions.</summary>
    public static string TagOf(IssuerRow row) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Profile)).AsSpan(0, 8))}\"";
}
