namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>
/// A token (hardware security module, smart card, SoftHSM) that this process is logged in to. Many threads may use it. A token that
/// was away is logged in to again when it is back; for that the PIN stays in memory, where it lets nobody take a key out of the token.
/// </summary>
public sealed class Pkcs11Token : IDisposable
{
    /// <summary>A failure may be that of a lost login, and another thread's new one may be lost too; a third is the operator's.</summary>
    private const int Attempts = 3;

    private readonly Lock _gate = new();
    private readonly Pkcs11Module _module;
    private readonly string _pin;
    private Pkcs11Connection? _connection;
    private string? _refusal;
    private string _failure = "";
    private int _failures;
    private bool _disposed;

    private Pkcs11Token(Pkcs11Module module, string label, string pin) => (_module, Label, _pin) = (module, label, pin);

    /// <summary>The label that the token was set up with.</summary>
    public string Label { get; }

    /// <summary>Finds a token by its label and logs in.</summary>
    /// <param name="modulePath">The absolute path of the vendor's library; it is loaded once a process.</param>
    /// <param name="tokenLabel">The token's label, at most 32 bytes in UTF-8.</param>
    /// <param name="pin">The PIN of the normal user.</param>
    /// <exception cref="KeyUnavailableException">The module does not load, there is no such token, or it refuses the PIN.</exception>
    public static Pkcs11Token Open(string modulePath, string tokenLabel, string pin)
    {
        ArgumentNullException.ThrowIfNull(modulePath);
        ArgumentNullException.ThrowIfNull(tokenLabel);
        ArgumentNullException.ThrowIfNull(pin);
        Pkcs11Token token = new(Pkcs11Module.Load(modulePath), tokenLabel, pin);
        token.Connect();
        return token;
    }

    /// <summary>Whether there is a private key with this label, usable or not.</summary>
    /// <exception cref="KeyUnavailableException">The token is away.</exception>
    public bool Holds(string label) =>
        Use([], (_, session, _) => session.Find(CkObjectClass.PrivateKey, label, []).Length > 0);

    /// <summary>The labels of the certificates on the token, in order.</summary>
    /// <exception cref="KeyUnavailableException">The token is away.</exception>
    public IReadOnlyList<string> CertificateLabels() => Use([], (_, session, _) => TokenCertificate.Labels(session));

    /// <summary>Does something in a session of its own; after a failure again, over a new login.</summary>
    /// <param name="data">What <paramref name="act"/> gets.</param>
    /// <param name="act">Gets the login, a session of it, and the data.</param>
    /// <exception cref="KeyUnavailableException">The token is not there, refuses the login, or fails again and again.</exception>
    /// <exception cref="ObjectDisposedException">The token was closed here.</exception>
    internal T Use<T>(ReadOnlySpan<byte> data, Func<Pkcs11Connection, Pkcs11Session, ReadOnlySpan<byte>, T> act)
    {
        for (int attempt = 1; ; attempt++)
        {
            Pkcs11Connection connection = Connect();
            try
            {
                return connection.Use(data, act);
            }
            catch (Pkcs11Exception exception)
            {
                Drop(connection);
                if (attempt == Attempts)
                {
                    throw Unavailable(exception);
                }
            }
        }
    }

    /// <summary>Closes the sessions, which ends the login unless another part of the process has one; keys of this token sign no more.</summary>
    public void Dispose()
    {
        Pkcs11Connection? connection;
        lock (_gate)
        {
            _disposed = true;
            connection = _connection;
            _connection = null;
        }
        connection?.Retire();
    }

    private Pkcs11Connection Connect()
    {
        int failures = Volatile.Read(ref _failures);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            // A PIN that was refused is not tried again: a few more tries would lock the token for everybody. And whoever waited here
            // while a login failed has its answer: a device that answers slowly is not asked once a waiting thread.
            if (_refusal is not null || (_connection is null && failures != _failures))
            {
                throw new KeyUnavailableException(_refusal ?? _failure);
            }
            return _connection ??= Login();
        }
    }

    /// <summary>Gives a connection up; the next use makes a new one.</summary>
    private void Drop(Pkcs11Connection connection)
    {
        lock (_gate)
        {
            if (_connection == connection)
            {
                _connection = null;
            }
            // Inside the lock: a late close could hit a new session that got the number of an old one.
            connection.Retire();
        }
    }

    private Pkcs11Connection Login()
    {
        try
        {
            Pkcs11Connection connection = OpenConnection();
            nuint result = connection.Login(_pin);
            if (result == CkResult.Ok)
            {
                return connection;
            }
            connection.Retire();
            throw Refused(result);
        }
        catch (Exception exception) when (exception is Pkcs11Exception or KeyUnavailableException)
        {
            KeyUnavailableException failure = exception as KeyUnavailableException ?? Unavailable(exception);
            _failure = failure.Message;
            _failures++;
            throw failure;
        }
    }

    private Pkcs11Connection OpenConnection()
    {
        lock (_module.Gate)
        {
            // Another user of the module in this process may have finalised it.
            _module.Initialize();
            List<nuint> slots = _module.SlotsOf(Label);
            if (slots.Count == 0 && _module.Restart())
            {
                slots = _module.SlotsOf(Label);
            }
            return slots switch
            {
                [nuint slot] => new Pkcs11Connection(_module, slot),
                [] => throw new KeyUnavailableException($"The PKCS#11 module {_module.Path} shows no token \"{Label}\": connect it, or correct the label."),
                _ => throw new KeyUnavailableException($"Several PKCS#11 tokens have the label \"{Label}\": give each its own."),
            };
        }
    }

    private KeyUnavailableException Unavailable(Exception exception) =>
        new($"The PKCS#11 token \"{Label}\" does not work: {exception.Message}", exception);

    private KeyUnavailableException Refused(nuint result)
    {
        bool ofThePin = result is CkResult.PinIncorrect or CkResult.PinInvalid or CkResult.PinLengthRange or CkResult.PinExpired or CkResult.PinLocked;
        string sentence = $"The PKCS#11 token \"{Label}\" refuses the login: {CkResult.Name(result)}.";
        _refusal = ofThePin ? $"{sentence} Correct the PIN and start again; it is not tried twice, so that the token does not lock." : null;
        return new KeyUnavailableException(_refusal ?? sentence);
    }
}
