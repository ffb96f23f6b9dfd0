using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>
/// A vendor's library that speaks PKCS#11. It is loaded and initialised once a process and stays: whoever unloaded it would pull
/// the code from under other threads.
/// </summary>
internal sealed unsafe class Pkcs11Module
{
    /// <summary>More slots than any device has; a module that claims more is broken.</summary>
    private const int MaximumSlots = 4096;

    private static readonly ConcurrentDictionary<string, Lazy<Pkcs11Module>> Loaded = new(StringComparer.Ordinal);

    private int _epoch;

    private Pkcs11Module(string path, Cryptoki functions) => (Path, Functions) = (path, functions);

    public string Path { get; }

    public Cryptoki Functions { get; }

    /// <summary>Held for every call outside a session, and for opening one.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How many sessions are open here; changes under <see cref="Gate"/>.</summary>
    public int Sessions { get; set; }

    /// <summary>How often the module was initialised: handles of an earlier time may be those of other sessions and keys now.</summary>
    public int Epoch => Volatile.Read(ref _epoch);

    /// <summary>The module of this process at a path, made ready for many threads.</summary>
    /// <exception cref="KeyUnavailableException">It is not a PKCS#11 module that loads here.</exception>
    public static Pkcs11Module Load(string path)
    {
        // The loader would look for a bare name in folders that others may write to.
        if (!System.IO.Path.IsPathFullyQualified(path))
        {
            throw new KeyUnavailableException($"The path of a PKCS#11 module must be absolute; \"{path}\" is not.");
        }
        // A failure is not kept: the module may be installed later.
        Pkcs11Module module = Loaded.GetOrAdd(path, _ => new(() => Read(path), LazyThreadSafetyMode.PublicationOnly)).Value;
        lock (module.Gate)
        {
            module.Initialize();
        }
        return module;
    }

    /// <summary>Initialises the module; that somebody did so before is fine.</summary>
    public void Initialize()
    {
        CkInitializeArguments arguments = new() { Flags = CkInitializeArguments.OsLocking };
        nuint result = Functions.Initialize(&arguments);
        if (result is not (CkResult.Ok or CkResult.CryptokiAlreadyInitialized))
        {
            throw new KeyUnavailableException($"The PKCS#11 module {Path} does not start: C_Initialize answered {CkResult.Name(result)}.");
        }
        _epoch += result == CkResult.Ok ? 1 : 0;
    }

    /// <summary>
    /// Ends the module's work and starts it anew, as many modules need it to see a token again that was away. Nothing may run in the
    /// module meanwhile (§5.4), so this is not done while any session is open, not even one with another token.
    /// </summary>
    /// <returns>Whether it was done.</returns>
    public bool Restart()
    {
        if (Sessions > 0)
        {
            return false;
        }
        Functions.Finish(null);
        Initialize();
        return true;
    }

    /// <summary>The slots that hold a token with this label. Asking for the number first makes a module look for new ones (§5.5).</summary>
    public List<nuint> SlotsOf(string tokenLabel)
    {
        nuint count = 0;
        Pkcs11Exception.ThrowUnless(Functions.GetSlotList(1, null, &count), "C_GetSlotList");
        // One more than there are now: a token may arrive meanwhile.
        nuint[] slots = new nuint[Math.Min((int)Math.Min(count, MaximumSlots) + 1, MaximumSlots)];
        count = (nuint)slots.Length;
        fixed (nuint* first = slots)
        {
            Pkcs11Exception.ThrowUnless(Functions.GetSlotList(1, first, &count), "C_GetSlotList");
        }
        return [.. slots.Take((int)count).Where(slot => TokenIn(slot) is { } token && token.Has(tokenLabel))];
    }

    /// <summary>What the token in a slot says of itself; null when there is none that answers.</summary>
    public CkTokenInfo? TokenIn(nuint slot)
    {
        CkTokenInfo info;
        return Functions.GetTokenInfo(slot, &info) == CkResult.Ok ? info : null;
    }

    /// <summary>Whether the token in a slot signs by this mechanism.</summary>
    public bool SignsBy(nuint slot, uint mechanism)
    {
        CkMechanismInfo info;
        return Functions.GetMechanismInfo(slot, mechanism, &info) == CkResult.Ok && (info.Flags & CkMechanismInfo.Sign) != 0;
    }

    private static Pkcs11Module Read(string path)
    {
        // Windows packs the structures differently and has a CK_ULONG of 32 bits.
        if (OperatingSystem.IsWindows())
        {
            throw new KeyUnavailableException("PKCS#11 modules are used on Linux and macOS, not on Windows.");
        }
        if (!NativeLibrary.TryLoad(path, out nint library) || !NativeLibrary.TryGetExport(library, "C_GetFunctionList", out nint list))
        {
            throw new KeyUnavailableException($"The PKCS#11 module {path} does not load: it is missing, or not a PKCS#11 module of this machine.");
        }
        return Cryptoki.Of(list) is { } functions
            ? new Pkcs11Module(path, functions)
            : throw new KeyUnavailableException($"The PKCS#11 module {path} speaks neither version 2 nor 3 of the standard.");
    }
}
