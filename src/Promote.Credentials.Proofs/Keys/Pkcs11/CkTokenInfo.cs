using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>CK_TOKEN_INFO (PKCS#11 2.40 §3.2).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkTokenInfo
{
    /// <summary>CKF_TOKEN_INITIALIZED: without it the label means nothing.</summary>
    private const uint Initialized = 0x400;

    private Text32 _label;
    public Text32 Manufacturer;
    public Text16 Model;
    public Text16 SerialNumber;
    public nuint Flags;

    /// <summary>How many sessions a process may have at once; 0 is no limit.</summary>
    public nuint MaximumSessions;
    public nuint Sessions;
    public nuint MaximumWritingSessions;
    public nuint WritingSessions;
    public nuint MaximumPinLength;
    public nuint MinimumPinLength;
    public nuint PublicMemory;
    public nuint FreePublicMemory;
    public nuint PrivateMemory;
    public nuint FreePrivateMemory;
    public ushort HardwareVersion;
    public ushort FirmwareVersion;
    public Text16 Time;

    /// <summary>Whether the token was set up and has this label, which is UTF-8 padded with blanks.</summary>
    public readonly bool Has(string label) =>
        (Flags & Initialized) != 0 && Encoding.UTF8.GetString(_label).TrimEnd(' ') == label.TrimEnd(' ');

    [InlineArray(32)]
    internal struct Text32
    {
        private byte _first;
    }

    [InlineArray(16)]
    internal struct Text16
    {
        private byte _first;
    }
}
