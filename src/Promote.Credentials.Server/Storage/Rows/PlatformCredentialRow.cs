using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A credential that a platform wrote itself and had signed over the VC-API. No award stands behind it.</summary>
[Table("platform_credentials")]
[Index(nameof(DocumentHash))]
[Index(nameof(RevocationListId), nameof(RevocationIndex), IsUnique = true)]
[Index(nameof(SuspensionListId), nameof(SuspensionIndex), IsUnique = true)]
internal sealed class PlatformCredentialRow : IPromisedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>Name of the form, such as <c>vc-eddsa-rdfc</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Whoever turns it from intended to issued finds it still there: one that was given up is gone.</summary>
    [ConcurrencyCheck]
    public required IssuingState State { get; set; }

    /// <summary>Keyed hash of the document's <c>id</c>; null where it has none. Two documents may have the same.</summary>
    public required byte[]? DocumentHash { get; init; }

    /// <summary>The key of this document under a master key: without it nothing of it can be read again.</summary>
    public required byte[] WrappedKey { get; init; }

    /// <summary>Which master key wraps it.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>Encrypted exact bytes that are signed.</summary>
    public required byte[] Intent { get; init; }

    public required DateTimeOffset ProofCreated { get; init; }

    /// <summary>The key that signs it.</summary>
    public required string KeyId { get; init; }

    public required string VerificationMethod { get; init; }

    public byte[]? Signed { get; set; }

    public byte[]? SignedSha256 { get; set; }

    /// <summary>Null, as the other three, where the document names no status list.</summary>
    public string? RevocationListId { get; init; }

    public int? RevocationIndex { get; init; }

    public string? SuspensionListId { get; init; }

    public int? SuspensionIndex { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? SuspendedAt { get; set; }
}
