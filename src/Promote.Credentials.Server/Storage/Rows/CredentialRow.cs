using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("credentials")]
[Index(nameof(AwardId), nameof(Format), IsUnique = true)]
[Index(nameof(StatusListId), nameof(StatusIndex), IsUnique = true)]
[Index(nameof(DocumentId), IsUnique = true)]
internal sealed class CredentialRow : IPromisedRow
{
    public required string Id { get; init; }

    public required string AwardId { get; init; }

    /// <summary>Name of the format, such as <c>ob3</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Whoever turns it from intended to issued does so once: the other one's update finds no row.</summary>
    [ConcurrencyCheck]
    public required IssuingState State { get; set; }

    /// <summary>Encrypted exact bytes that are signed.</summary>
    public required byte[] Intent { get; init; }

    /// <summary>The instant that the proof states, in whole seconds; fixed before the key is touched.</summary>
    public required DateTimeOffset ProofCreated { get; init; }

    /// <summary>The key that signs it; null for a form that is not signed.</summary>
    public required string? KeyId { get; set; }

    /// <summary>The verification method that the proof names; the document's own URL where it is not signed.</summary>
    public required string VerificationMethod { get; set; }

    /// <summary>The document's own id, unrelated to those of the award, for forms that are found by one.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Encrypted exact bytes that were signed, with the proof; null while intended.</summary>
    public byte[]? Signed { get; set; }

    /// <summary>SHA-256 of the signed bytes.</summary>
    public byte[]? SignedSha256 { get; set; }

    public required string StatusListId { get; init; }

    public required int StatusIndex { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; set; }
}
