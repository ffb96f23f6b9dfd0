using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Somebody who works for issuers and signs in. What names them is encrypted with a key of their own, as a learner's is.</summary>
[Table("people")]
[Index(nameof(Lookup), IsUnique = true)]
internal sealed class PersonRow
{
    public required string Id { get; init; }

    /// <summary>Keyed hash of the e-mail address.</summary>
    public required byte[] Lookup { get; set; }

    public required byte[] WrappedKey { get; set; }

    /// <summary>Which master key wraps the data key.</summary>
    public required string KeyId { get; set; }

    /// <summary>Encrypted <see cref="PersonProfile"/>.</summary>
    public required byte[] Profile { get; set; }

    /// <summary>Encrypted <see cref="PersonSecrets"/>; null without a second factor.</summary>
    public byte[]? Secrets { get; set; }

    /// <summary>PBKDF2, as ASP.NET Core Identity writes it; null until the first invitation is accepted.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of password or second factor.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Counts the changes.</summary>
    [ConcurrencyCheck]
    public required int Revision { get; set; }

    /// <summary>Whether a code is asked for behind the password.</summary>
    public bool SecondFactor { get; set; }

    /// <summary>The step of the clock whose code was used last: no code counts twice (RFC 6238 §5.2).</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Wrong passwords and codes since the last right ones.</summary>
    public int FailedAttempts { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
