using System.Runtime.InteropServices;
using System.Text;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>
/// A session with a token. One thread at a time has it, as cryptoki wants (PKCS#11 2.40 §2.6.5), and only its owner closes it, so it
/// needs no finalizer that could close it under a running call. A session in which a call failed is not used again.
/// </summary>
internal sealed unsafe class Pkcs11Session : IDisposable
{
    /// <summary>CKF_SERIAL_SESSION, which is always set; without CKF_RW_SESSION, so nothing here can change the token.</summary>
    private const uint ReadOnlySerial = 0x04;

    /// <summary>CKU_USER.</summary>
    private const uint User = 1;

    /// <summary>Longer than any attribute that is read here.</summary>
    private const int MaximumAttribute = 64 * 1024;

    private readonly Pkcs11Module _module;
    private readonly nuint _slot;
    private readonly nuint _handle;
    private readonly int _epoch;
    private bool _gone;

    /// <summary>Opens a session with the token in a slot.</summary>
    /// <exception cref="Pkcs11Exception">The token gives none.</exception>
    public Pkcs11Session(Pkcs11Module module, nuint slot)
    {
        (_module, _slot) = (module, slot);
        nuint handle;
        lock (module.Gate)
        {
            Pkcs11Exception.ThrowUnless(module.Functions.OpenSession(slot, ReadOnlySerial, null, null, &handle), "C_OpenSession");
            module.Sessions++;
            _epoch = module.Epoch;
        }
        _handle = handle;
    }

    /// <summary>Whether a call failed; an unfinished operation may hang on the session.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether the module was initialised again since, so that the number may be another session's.</summary>
    public bool Outdated => _epoch != _module.Epoch;

    /// <summary>Logs this process in to the token: all its sessions, until the last of them is closed (§5.6).</summary>
    /// <returns>CKR_OK, or what the token answered.</returns>
    public nuint Login(ReadOnlySpan<byte> pin)
    {
        fixed (byte* first = pin)
        {
            return _module.Functions.Login(_handle, User, first, (nuint)pin.Length);
        }
    }

    /// <summary>Checks that the login stands: without one, a token shows no private objects.</summary>
    /// <exception cref="Pkcs11Exception">It was ended from elsewhere.</exception>
    public void CheckLogin()
    {
        CkSessionInfo info;
        Check(_module.Functions.GetSessionInfo(_handle, &info), "C_GetSessionInfo");
        Check(info.State == CkSessionInfo.LoggedIn ? CkResult.Ok : CkResult.UserNotLoggedIn, "C_GetSessionInfo");
    }

    /// <summary>The first objects, at most three, of a class with this label and this CKA_ID, of which each may be left out.</summary>
    public nuint[] Find(CkObjectClass kind, string? label, ReadOnlySpan<byte> id)
    {
        const int most = 3;
        nuint wanted = (nuint)kind;
        byte[] labelBytes = Encoding.UTF8.GetBytes(label ?? "");
        nuint* found = stackalloc nuint[most];
        nuint count;
        fixed (byte* firstOfLabel = labelBytes, firstOfId = id)
        {
            CkAttribute* template = stackalloc CkAttribute[most];
            nuint length = 0;
            template[length++] = new CkAttribute { Type = (nuint)CkAttributeType.Class, Value = &wanted, Length = (nuint)sizeof(nuint) };
            if (label is not null)
            {
                template[length++] = new CkAttribute { Type = (nuint)CkAttributeType.Label, Value = firstOfLabel, Length = (nuint)labelBytes.Length };
            }
            if (!id.IsEmpty)
            {
                template[length++] = new CkAttribute { Type = (nuint)CkAttributeType.Id, Value = firstOfId, Length = (nuint)id.Length };
            }
            Check(_module.Functions.FindObjectsInit(_handle, template, length), "C_FindObjectsInit");
        }
        Check(_module.Functions.FindObjects(_handle, found, most, &count), "C_FindObjects");
        Check(_module.Functions.FindObjectsFinal(_handle), "C_FindObjectsFinal");
        return new Span<nuint>(found, (int)Math.Min(count, most)).ToArray();
    }

    /// <summary>Every object of a class.</summary>
    public nuint[] FindAll(CkObjectClass kind)
    {
        const int atOnce = 64;
        nuint wanted = (nuint)kind;
        CkAttribute template = new() { Type = (nuint)CkAttributeType.Class, Value = &wanted, Length = (nuint)sizeof(nuint) };
        Check(_module.Functions.FindObjectsInit(_handle, &template, 1), "C_FindObjectsInit");
        List<nuint> all = [];
        nuint* found = stackalloc nuint[atOnce];
        nuint count;
        do
        {
            Check(_module.Functions.FindObjects(_handle, found, atOnce, &count), "C_FindObjects");
            all.AddRange(new Span<nuint>(found, (int)Math.Min(count, atOnce)));
        }
        while (count > 0);
        Check(_module.Functions.FindObjectsFinal(_handle), "C_FindObjectsFinal");
        return [.. all];
    }

    /// <summary>The value of an attribute; null when the object has none or the token withholds it.</summary>
    public byte[]? Read(nuint target, CkAttributeType type)
    {
        CkAttribute attribute = new() { Type = (nuint)type };
        nuint result = _module.Functions.GetAttributeValue(_handle, target, &attribute, 1);
        if (result is CkResult.AttributeSensitive or CkResult.AttributeTypeInvalid || attribute.Length == CkAttribute.Unavailable)
        {
            return null;
        }
        Check(result, "C_GetAttributeValue");
        byte[] value = new byte[(int)Math.Min(attribute.Length, MaximumAttribute)];
        attribute.Length = (nuint)value.Length;
        fixed (byte* first = value)
        {
            attribute.Value = first;
            Check(_module.Functions.GetAttributeValue(_handle, target, &attribute, 1), "C_GetAttributeValue");
        }
        return value[..(int)attribute.Length];
    }

    /// <summary>A CK_BBOOL; null as for <see cref="Read"/>.</summary>
    public bool? ReadFlag(nuint target, CkAttributeType type) => Read(target, type) is [byte value] ? value != 0 : null;

    /// <summary>A CK_ULONG; null as for <see cref="Read"/>.</summary>
    public nuint? ReadNumber(nuint target, CkAttributeType type) =>
        Read(target, type) is { } value && value.Length == sizeof(nuint) ? MemoryMarshal.Read<nuint>(value) : null;

    /// <summary>Whether the token signs by this mechanism.</summary>
    public bool SignsBy(uint mechanism) => _module.SignsBy(_slot, mechanism);

    /// <summary>Signs with a private key.</summary>
    /// <param name="mechanism">One of <see cref="CkMechanismType"/>.</param>
    /// <param name="key">The key's handle.</param>
    /// <param name="data">What the mechanism takes: data, digest or DigestInfo.</param>
    /// <param name="length">The length of a signature of this key in bytes.</param>
    public byte[] Sign(uint mechanism, nuint key, ReadOnlySpan<byte> data, int length)
    {
        CkMechanism how = new() { Type = mechanism };
        Check(_module.Functions.SignInit(_handle, &how, key), "C_SignInit");
        byte[] signature = new byte[length];
        nuint written = (nuint)length;
        // An empty span has no address, and cryptoki takes none.
        fixed (byte* input = data.IsEmpty ? [0] : data, output = signature)
        {
            Check(_module.Functions.Sign(_handle, input, (nuint)data.Length, output, &written), "C_Sign");
        }
        return signature[..(int)written];
    }

    /// <summary>Closes the session, unless it is closed: its number may be that of another session by now.</summary>
    public void Dispose()
    {
        if (!_gone && !Outdated)
        {
            _module.Functions.CloseSession(_handle);
        }
        lock (_module.Gate)
        {
            _module.Sessions--;
        }
    }

    private void Check(nuint result, string function)
    {
        Failed |= result != CkResult.Ok;
        _gone |= result is CkResult.SessionHandleInvalid or CkResult.SessionClosed or CkResult.DeviceRemoved
            or CkResult.TokenNotPresent or CkResult.CryptokiNotInitialized;
        Pkcs11Exception.ThrowUnless(result, function);
    }
}
