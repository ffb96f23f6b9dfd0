using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>An id by which the platforms of an issuer know somebody who works for it. Learners have such ids too, and may be the same person.</summary>
[Table("person_identifiers")]
[Index(nameof(IssuerId), nameof(Lookup), IsUnique = true)]
[Index(nameof(PersonId), nameof(IssuerId))]
internal sealed class PersonIdentifierRow
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>Keyed hash of the id, the same that finds the issuer's learner with it.</summary>
    public required byte[] Lookup { get; init; }

    /// <summary>The id, encrypted with the person's key.</summary>
    public required byte[] Identifier { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
