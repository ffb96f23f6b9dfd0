using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>
/// A browser and a device with one passkey (ES256), as Web Authentication Level 3 describes them. It tells the truth unless a test says
/// otherwise.
/// </summary>
internal sealed class PasskeyDevice : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public PasskeyDevice(Uri home) => (Origin, RpId) = (home.GetLeftPart(UriPartial.Authority), home.Host);

    /// <summary>What the device calls the passkey.</summary>
    public byte[] Id { get; set; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Where the browser is.</summary>
    public string Origin { get; set; }

    /// <summary>Whom the device takes the service for.</summary>
    public string RpId { get; set; }

    /// <summary>Whether the owner touched the device.</summary>
    public bool IsPresent { get; set; } = true;

    /// <summary>Whether the device was opened by what its owner knows or is.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>Whether the page is in a frame of another site.</summary>
    public bool IsFramed { get; set; }

    /// <summary>Uses that the device counted.</summary>
    public uint Count { get; set; }

    /// <summary>Whose the passkey is, as the device was told.</summary>
    public string? Owner { get; set; }

    /// <summary>What the browser says it did; null for the truth.</summary>
    public string? Type { get; set; }

    /// <summary>What becomes of a signature before it is sent.</summary>
    public Func<byte[], byte[]> OnSignature { get; set; } = signature => signature;

    /// <summary>The algorithm that the key says it is for.</summary>
    public int Algorithm { get; set; } = -7;

    /// <summary>Makes the passkey.</summary>
    public string Create(JsonElement options)
    {
        Owner = Text(options.GetProperty("user").GetProperty("id"));
        var client = ClientData(options, "webauthn.create");
        var data = AuthenticatorData(WithKey, [.. new byte[16], (byte)(Id.Length >> 8), (byte)Id.Length, .. Id, .. CoseKey()]);
        byte[] attestation = [0xa3, .. CborText("fmt"), .. CborText("none"), .. CborText("attStmt"), 0xa0, .. CborText("authData"), .. CborBytes(data)];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Answers with it.</summary>
    public string Get(JsonElement options)
    {
        Count++;
        var client = ClientData(options, "webauthn.get");
        var data = AuthenticatorData(0, []);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(OnSignature(signature)),
            ["userHandle"] = Owner is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Owner)),
        });
    }

    public void Dispose() => key.Dispose();

    private static string Text(JsonElement base64) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(base64.GetString()));

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(Id),
        ["rawId"] = Base64Url.EncodeToString(Id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(JsonElement options, string type) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = Type ?? type, ["challenge"] = options.GetProperty("challenge").GetString(), ["origin"] = Origin, ["crossOrigin"] = IsFramed,
    }.ToJsonString());

    private byte[] AuthenticatorData(byte flags, byte[] rest)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RpId)), (byte)(flags | (IsPresent ? Present : 0) | (IsVerified ? Verified : 0)), .. count, .. rest];
    }

    // RFC 9053 §7.1: {1: 2 (EC2), 3: alg, -1: 1 (P-256), -2: x, -3: y}.
    private byte[] CoseKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, .. CborInteger(Algorithm), 0x20, 0x01, 0x21, .. CborBytes(point.X!), 0x22, .. CborBytes(point.Y!)];
    }

    private static byte[] CborInteger(int value) => value < 0 ? CborHead(0x20, -1 - value) : CborHead(0x00, value);

    private static byte[] CborText(string text) => [.. CborHead(0x60, text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] CborBytes(byte[] bytes) => [.. CborHead(0x40, bytes.Length), .. bytes];

    // RFC 8949 §3: the major type and a number, in as few bytes as it needs.
    private static byte[] CborHead(byte major, int number) => number switch
    {
        < 24 => [(byte)(major | number)],
        < 256 => [(byte)(major | 24), (byte)number],
        _ => [(byte)(major | 25), (byte)(number >> 8), (byte)number],
    };
}
