namespace Promote.Credentials.Formats.StatusLists;

/// <summary>What a status list says.</summary>
public sealed record StatusListContent
{
    /// <summary>Where it is published, which is its <c>id</c>: what <c>statusListCredential</c> of the documents names.</summary>
    public required string Url { get; init; }

    /// <summary>DID of the issuer, whose key will sign.</summary>
    public required string IssuerDid { get; init; }

    /// <summary>Since when it says so; whole seconds.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>What a set bit means, such as <see cref="Terms.Revocation"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The entries.</summary>
    public required BitstringStatusList Bits { get; init; }

    /// <summary>How long a reader may keep it.</summary>
    public required TimeSpan TimeToLive { get; init; }
}
