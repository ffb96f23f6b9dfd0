using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>
/// A login to a token with a few sessions, shared by all threads. It lasts until something fails; then it is retired as a whole,
/// because a token that was away may give old numbers to other sessions and objects.
/// </summary>
internal sealed class Pkcs11Connection
{
    /// <summary>Enough to keep a device on the network busy; small tokens have fewer.</summary>
    private const int MostSessions = 16;

    /// <summary>A device that takes longer for one signature than this is not working.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Pkcs11Module _module;
    private readonly nuint _slot;
    private readonly int _limit;
    private readonly Stack<Pkcs11Session> _idle = new();
    private int _open;
    private bool _retired;

    /// <summary>A connection with the token in a slot; see <see cref="Login"/>.</summary>
    public Pkcs11Connection(Pkcs11Module module, nuint slot)
    {
        (_module, _slot) = (module, slot);
        nuint limit = module.TokenIn(slot)?.MaximumSessions ?? 0;
        _limit = limit is > 0 and < MostSessions ? (int)limit : MostSessions;
    }

    /// <summary>Logs in, for every session of this process: it ends when the last of them is closed, so one stays open here.</summary>
    /// <returns>CKR_OK, or why not.</returns>
    /// <exception cref="Pkcs11Exception">The token gives no session.</exception>
    public nuint Login(string pin)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(pin);
        try
        {
            nuint result = Use(utf8, (_, session, bytes) => session.Login(bytes));
            return result == CkResult.UserAlreadyLoggedIn ? CkResult.Ok : result;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(utf8);
        }
    }

    /// <summary>Does something in a session that nobody else uses meanwhile.</summary>
    /// <exception cref="Pkcs11Exception">It failed, the connection was retired, the token gives no session, or none became free.</exception>
    public T Use<T>(ReadOnlySpan<byte> data, Func<Pkcs11Connection, Pkcs11Session, ReadOnlySpan<byte>, T> act)
    {
        Pkcs11Session session = Rent();
        try
        {
            Pkcs11Exception.ThrowUnless(session.Outdated ? CkResult.SessionClosed : CkResult.Ok, "The session");
            return act(this, session, data);
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>Closes the idle sessions now and each other one when its thread gives it back.</summary>
    public void Retire()
    {
        Pkcs11Session[] idle;
        lock (_idle)
        {
            _retired = true;
            idle = [.. _idle];
            _idle.Clear();
            Monitor.PulseAll(_idle);
        }
        foreach (Pkcs11Session session in idle)
        {
            session.Dispose();
        }
    }

    private Pkcs11Session Rent()
    {
        lock (_idle)
        {
            while (!_retired && _idle.Count == 0 && _open == _limit)
            {
                Pkcs11Exception.ThrowUnless(Monitor.Wait(_idle, Patience) ? CkResult.Ok : CkResult.SessionCount, "Waiting for a session");
            }
            Pkcs11Exception.ThrowUnless(_retired ? CkResult.SessionClosed : CkResult.Ok, "Waiting for a session");
            if (_idle.TryPop(out Pkcs11Session? session))
            {
                return session;
            }
            _open++;
        }
        return Open();
    }

    private void Return(Pkcs11Session session)
    {
        lock (_idle)
        {
            if (!_retired && !session.Failed)
            {
                _idle.Push(session);
                Monitor.Pulse(_idle);
                return;
            }
        }
        session.Dispose();
        Closed();
    }

    private Pkcs11Session Open()
    {
        try
        {
            return new Pkcs11Session(_module, _slot);
        }
        catch (Pkcs11Exception)
        {
            Closed();
            throw;
        }
    }

    private void Closed()
    {
        lock (_idle)
        {
            _open--;
            Monitor.Pulse(_idle);
        }
    }
}
