using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A key of the whole service under a master key, so that the master key can change and what was derived from this one stays.</summary>
[Table("wrapped_keys")]
internal sealed class WrappedKeyRow
{
    [Key]
    public required string Name { get; init; }

    /// <summary>Which master key wraps it.</summary>
    public required string KeyId { get; set; }

    public required byte[] Wrapped { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
