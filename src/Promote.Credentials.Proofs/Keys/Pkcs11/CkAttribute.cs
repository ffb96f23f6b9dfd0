using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>CK_ATTRIBUTE (PKCS#11 2.40 §3.4), with the natural packing of everything but Windows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CkAttribute
{
    /// <summary>CK_UNAVAILABLE_INFORMATION: the length of a value that the token withholds or does not have.</summary>
    public static readonly nuint Unavailable = nuint.MaxValue;

    public nuint Type;
    public void* Value;
    public nuint Length;
}
