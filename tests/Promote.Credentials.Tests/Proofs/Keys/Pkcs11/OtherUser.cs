using System.Runtime.InteropServices;
using Promote.Credentials.Proofs.Keys.Pkcs11;

namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>Another part of the process that uses the module and does to our sessions what we never do.</summary>
internal static class OtherUser
{
    private static readonly nint Module = NativeLibrary.Load(SoftHsm.ModulePath);

    private delegate nuint OfSlot(nuint slot);

    private delegate nuint OfSession(nuint session);

    private delegate nuint Opening(nuint slot, nuint flags, nint application, nint notify, out nuint session);

    private delegate nuint Finalizing(nint reserved);

    private delegate nuint Setting(nuint session, nuint key, nuint[] attribute, nuint count);

    public static void CloseAllSessions(string token) => Assert.Equal(0u, Function<OfSlot>("C_CloseAllSessions")(Slot(token)));

    public static void LogOut(string token) => InSession(token, session => Function<OfSession>("C_Logout")(session));

    /// <summary>Sets CKA_SIGN (0x108) to CK_FALSE: a CK_ATTRIBUTE is a type, a pointer and a length.</summary>
    public static void ForbidSigning(string token, nuint key)
    {
        GCHandle no = GCHandle.Alloc(new byte[1], GCHandleType.Pinned);
        InSession(token, session => Function<Setting>("C_SetAttributeValue")(session, key, [0x108, (nuint)no.AddrOfPinnedObject(), 1], 1));
        no.Free();
    }

    public static void FinalizeModule() => Assert.Equal(0u, Function<Finalizing>("C_Finalize")(0));

    private static void InSession(string token, Func<nuint, nuint> call)
    {
        const nuint serialAndWriting = 6;
        Assert.Equal(0u, Function<Opening>("C_OpenSession")(Slot(token), serialAndWriting, 0, 0, out nuint session));
        Assert.Equal(0u, call(session));
        Assert.Equal(0u, Function<OfSession>("C_CloseSession")(session));
    }

    private static nuint Slot(string token) => Assert.Single(Pkcs11Module.Load(SoftHsm.ModulePath).SlotsOf(token));

    private static T Function<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Module, name));
}
