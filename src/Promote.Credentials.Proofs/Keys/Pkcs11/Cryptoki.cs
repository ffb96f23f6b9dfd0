namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>
/// The functions of a module that signing needs, from its CK_FUNCTION_LIST (PKCS#11 2.40 §3.6): a CK_VERSION, padded to the size of a
/// pointer, then one pointer a function in the order of §5. The module is never unloaded, so the pointers stay good.
/// </summary>
internal sealed unsafe class Cryptoki
{
    public readonly delegate* unmanaged[Cdecl]<CkInitializeArguments*, nuint> Initialize;
    public readonly delegate* unmanaged[Cdecl]<void*, nuint> Finish;
    public readonly delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint> GetSlotList;
    public readonly delegate* unmanaged[Cdecl]<nuint, CkTokenInfo*, nuint> GetTokenInfo;
    public readonly delegate* unmanaged[Cdecl]<nuint, nuint, CkMechanismInfo*, nuint> GetMechanismInfo;
    public readonly delegate* unmanaged[Cdecl]<nuint, nuint, void*, void*, nuint*, nuint> OpenSession;
    public readonly delegate* unmanaged[Cdecl]<nuint, nuint> CloseSession;
    public readonly delegate* unmanaged[Cdecl]<nuint, CkSessionInfo*, nuint> GetSessionInfo;
    public readonly delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint> Login;
    public readonly delegate* unmanaged[Cdecl]<nuint, nuint, CkAttribute*, nuint, nuint> GetAttributeValue;
    public readonly delegate* unmanaged[Cdecl]<nuint, CkAttribute*, nuint, nuint> FindObjectsInit;
    public readonly delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint> FindObjects;
    public readonly delegate* unmanaged[Cdecl]<nuint, nuint> FindObjectsFinal;
    public readonly delegate* unmanaged[Cdecl]<nuint, CkMechanism*, nuint, nuint> SignInit;
    public readonly delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint> Sign;

    private Cryptoki(void** functions)
    {
        Initialize = (delegate* unmanaged[Cdecl]<CkInitializeArguments*, nuint>)functions[0];
        Finish = (delegate* unmanaged[Cdecl]<void*, nuint>)functions[1];
        GetSlotList = (delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint>)functions[4];
        GetTokenInfo = (delegate* unmanaged[Cdecl]<nuint, CkTokenInfo*, nuint>)functions[6];
        GetMechanismInfo = (delegate* unmanaged[Cdecl]<nuint, nuint, CkMechanismInfo*, nuint>)functions[8];
        OpenSession = (delegate* unmanaged[Cdecl]<nuint, nuint, void*, void*, nuint*, nuint>)functions[12];
        CloseSession = (delegate* unmanaged[Cdecl]<nuint, nuint>)functions[13];
        GetSessionInfo = (delegate* unmanaged[Cdecl]<nuint, CkSessionInfo*, nuint>)functions[15];
        Login = (delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)functions[18];
        GetAttributeValue = (delegate* unmanaged[Cdecl]<nuint, nuint, CkAttribute*, nuint, nuint>)functions[24];
        FindObjectsInit = (delegate* unmanaged[Cdecl]<nuint, CkAttribute*, nuint, nuint>)functions[26];
        FindObjects = (delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint>)functions[27];
        FindObjectsFinal = (delegate* unmanaged[Cdecl]<nuint, nuint>)functions[28];
        SignInit = (delegate* unmanaged[Cdecl]<nuint, CkMechanism*, nuint, nuint>)functions[42];
        Sign = (delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)functions[43];
    }

    /// <summary>Asks the module for its functions; null if it does not speak version 2 or 3, whose lists begin alike.</summary>
    /// <param name="getFunctionList">The address of its one exported function, C_GetFunctionList.</param>
    /// <exception cref="Pkcs11Exception">The module refused.</exception>
    public static Cryptoki? Of(nint getFunctionList)
    {
        void** list = null;
        Pkcs11Exception.ThrowUnless(((delegate* unmanaged[Cdecl]<void***, nuint>)getFunctionList)(&list), "C_GetFunctionList");
        return list != null && *(byte*)list is 2 or 3 ? new Cryptoki(list + 1) : null;
    }
}
