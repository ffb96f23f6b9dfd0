using System.Runtime.InteropServices;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>CK_MECHANISM (PKCS#11 2.40 §3.5). None of the mechanisms used here has a parameter.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkMechanism
{
    public nuint Type;
    public nint Parameter;
    public nuint ParameterLength;
}
