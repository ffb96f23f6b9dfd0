using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>CK_C_INITIALIZE_ARGS (PKCS#11 2.40 §3.7): without mutex functions, the module uses those of the operating system.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkInitializeArguments
{
    /// <summary>CKF_OS_LOCKING_OK: this process calls the module from many threads.</summary>
    public const uint OsLocking = 0x02;

    public nint CreateMutex;
    public nint DestroyMutex;
    public nint LockMutex;
    public nint UnlockMutex;
    public nuint Flags;
    public nint Reserved;
}
