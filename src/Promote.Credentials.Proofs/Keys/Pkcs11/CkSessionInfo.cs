using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>CK_SESSION_INFO (PKCS#11 2.40 §3.3).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkSessionInfo
{
    /// <summary>CKS_RO_USER_FUNCTIONS: a session for reading, logged in.</summary>
    public const uint LoggedIn = 1;

    public nuint Slot;
    public nuint State;
    public nuint Flags;
    public nuint DeviceError;
}
