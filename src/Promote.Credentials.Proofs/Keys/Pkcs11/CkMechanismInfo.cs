using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>CK_MECHANISM_INFO (PKCS#11 2.40 §3.5).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkMechanismInfo
{
    /// <summary>CKF_SIGN.</summary>
    public const uint Sign = 0x800;

    public nuint MinimumKeySize;
    public nuint MaximumKeySize;
    public nuint Flags;
}
