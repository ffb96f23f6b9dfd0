namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>A key that never leaves its token: Ed25519, P-256 or RSA. The token signs; this process never sees the private part.</summary>
public sealed class Pkcs11Key : SigningKey
{
    private readonly Pkcs11Token _token;
    private readonly string _label;
    private readonly byte[] _id;
    private volatile Place _place;
    private volatile bool _disposed;

    private Pkcs11Key(Pkcs11Token token, string label, byte[] id, Place place)
        : base(place.Key.PublicKey) => (_token, _label, _id, _place) = (token, label, id, place);

    /// <inheritdoc/>
    public override bool IsDevelopment => false;

    /// <summary>Opens a key that the token keeps for itself, and checks with a trial signature that its two parts belong together.</summary>
    /// <param name="token">The token; it stays the caller's and must outlive the key.</param>
    /// <param name="label">CKA_LABEL of the private key.</param>
    /// <param name="id">CKA_ID, where several keys have the label.</param>
    /// <exception cref="KeyUnavailableException">
    /// The token is away, has no such key, or one that can leave it, does not sign, is of another kind, or does not belong to the
    /// public key beside it.
    /// </exception>
    public static Pkcs11Key Open(Pkcs11Token token, string label, ReadOnlySpan<byte> id = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(label);
        Place place = token.Use(id, (connection, session, cka) => new Place(connection, TokenPrivateKey.Find(session, label, cka)));
        return new Pkcs11Key(token, label, id.ToArray(), place);
    }

    /// <summary>The certificate beside the key, in DER: that of the same CKA_ID, or of the same label where the key has none.</summary>
    /// <exception cref="KeyUnavailableException">The token is away, or has none or several.</exception>
    public ReadOnlyMemory<byte> ReadCertificate() => _token.Use(_id, (_, session, id) => TokenCertificate.Read(session, _label, id));

    /// <inheritdoc/>
    /// <exception cref="KeyUnavailableException">The token is away, or does not sign. A later call may succeed.</exception>
    internal override byte[] Sign(ReadOnlySpan<byte> data)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _token.Use(data, (connection, session, bytes) => Locate(connection, session).Sign(session, bytes));
    }

    /// <summary>Signs no more; the token stays open.</summary>
    public override void Dispose() => _disposed = true;

    /// <summary>The key over this connection: handles of an earlier one mean nothing, and another token may have come in its place.</summary>
    private TokenPrivateKey Locate(Pkcs11Connection connection, Pkcs11Session session)
    {
        Place place = _place;
        if (place.Connection != connection)
        {
            place = new Place(connection, TokenPrivateKey.Find(session, _label, _id));
            if (!place.Key.PublicKey.Bytes.Span.SequenceEqual(PublicKey.Bytes.Span))
            {
                throw new KeyUnavailableException($"The PKCS#11 token \"{_token.Label}\" now has another key \"{_label}\": bring the first one back.");
            }
            _place = place;
        }
        return place.Key;
    }

    private sealed record Place(Pkcs11Connection Connection, TokenPrivateKey Key);
}
