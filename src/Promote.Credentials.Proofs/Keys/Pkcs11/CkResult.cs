namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>Return values of cryptoki, CK_RV (PKCS#11 2.40 §5.1).</summary>
internal static class CkResult
{
    public const uint Ok = 0x00;
    public const uint CantLock = 0x0a;
    public const uint AttributeSensitive = 0x11;
    public const uint AttributeTypeInvalid = 0x12;
    public const uint DeviceRemoved = 0x32;
    public const uint PinIncorrect = 0xa0;
    public const uint PinInvalid = 0xa1;
    public const uint PinLengthRange = 0xa2;
    public const uint PinExpired = 0xa3;
    public const uint PinLocked = 0xa4;
    public const uint SessionClosed = 0xb0;
    public const uint SessionCount = 0xb1;
    public const uint SessionHandleInvalid = 0xb3;
    public const uint TokenNotPresent = 0xe0;
    public const uint UserAlreadyLoggedIn = 0x100;
    public const uint UserNotLoggedIn = 0x101;
    public const uint CryptokiNotInitialized = 0x190;
    public const uint CryptokiAlreadyInitialized = 0x191;

    /// <summary>What an operator looks up: the name that the standard and vendors' manuals use.</summary>
    public static string Name(nuint result) => (uint)result switch
    {
        0x02 => "CKR_HOST_MEMORY",
        0x03 => "CKR_SLOT_ID_INVALID",
        0x05 => "CKR_GENERAL_ERROR",
        0x06 => "CKR_FUNCTION_FAILED",
        0x07 => "CKR_ARGUMENTS_BAD",
        CantLock => "CKR_CANT_LOCK",
        AttributeSensitive => "CKR_ATTRIBUTE_SENSITIVE",
        0x30 => "CKR_DEVICE_ERROR",
        0x31 => "CKR_DEVICE_MEMORY",
        DeviceRemoved => "CKR_DEVICE_REMOVED",
        0x60 => "CKR_KEY_HANDLE_INVALID",
        0x68 => "CKR_KEY_FUNCTION_NOT_PERMITTED",
        0x70 => "CKR_MECHANISM_INVALID",
        0x82 => "CKR_OBJECT_HANDLE_INVALID",
        PinIncorrect => "CKR_PIN_INCORRECT",
        PinInvalid => "CKR_PIN_INVALID",
        PinLengthRange => "CKR_PIN_LEN_RANGE",
        PinExpired => "CKR_PIN_EXPIRED",
        PinLocked => "CKR_PIN_LOCKED",
        SessionClosed => "CKR_SESSION_CLOSED",
        SessionCount => "CKR_SESSION_COUNT",
        SessionHandleInvalid => "CKR_SESSION_HANDLE_INVALID",
        TokenNotPresent => "CKR_TOKEN_NOT_PRESENT",
        0xe1 => "CKR_TOKEN_NOT_RECOGNIZED",
        UserNotLoggedIn => "CKR_USER_NOT_LOGGED_IN",
        0x102 => "CKR_USER_PIN_NOT_INITIALIZED",
        0x104 => "CKR_USER_ANOTHER_ALREADY_LOGGED_IN",
        CryptokiNotInitialized => "CKR_CRYPTOKI_NOT_INITIALIZED",
        _ => $"0x{(ulong)result:x}",
    };
}
