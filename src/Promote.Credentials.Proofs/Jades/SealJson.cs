using System.Buffers.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>The members of a seal, read strictly: what another reader might understand differently is refused.</summary>
internal static class SealJson
{
    /// <exception cref="MalformedSealException">The bytes are not strict JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, int maxBytes, string what)
    {
        try
        {
            return StrictJson.Parse(utf8, maxBytes);
        }
        catch (MalformedJsonException malformed)
        {
            throw new MalformedSealException($"{what} is not strict JSON: {malformed.Code}.");
        }
    }

    /// <summary>Checks that a value is an object with no other members than these. StrictJson refused members that stand twice.</summary>
    /// <exception cref="MalformedSealException">It is not.</exception>
    public static JsonElement Object(JsonElement value, string what, params ReadOnlySpan<string> members)
    {
        MalformedSealException.ThrowUnless(value.ValueKind == JsonValueKind.Object, $"{what} is not an object.");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            MalformedSealException.ThrowUnless(members.Contains(member.Name), $"{what} has the member {Shorten(member.Name)}, which a seal does not have there.");
        }
        return value;
    }

    /// <summary>The elements of an array that holds at least one and at most so many.</summary>
    /// <exception cref="MalformedSealException">It is another value.</exception>
    public static JsonElement[] Array(JsonElement parent, string name, int most)
    {
        bool isArray = parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array;
        MalformedSealException.ThrowUnless(isArray && value.GetArrayLength() is int length && length >= 1 && length <= most, $"The member {name} is not an array of 1 to {most} values.");
        return [.. value.EnumerateArray()];
    }

    /// <exception cref="MalformedSealException">The member is absent or no string.</exception>
    public static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) ? TextOf(value, $"The member {name}") : throw new MalformedSealException($"The member {name} is missing.");

    /// <exception cref="MalformedSealException">The value is no string.</exception>
    public static string TextOf(JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new MalformedSealException($"{what} is not text.");

    /// <summary>Base64url in its one form: no padding, no white space, no bits left over.</summary>
    /// <exception cref="MalformedSealException">It is not.</exception>
    public static byte[] Base64UrlOctets(string text, string what)
    {
        byte[] octets = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        MalformedSealException.ThrowUnless(octets.Length > 0 && Base64Url.EncodeToString(octets) == text, $"{what} is not base64url in its one form.");
        return octets;
    }

    /// <summary>Base64 in its one form, as certificates and tokens are written.</summary>
    /// <exception cref="MalformedSealException">It is not.</exception>
    public static byte[] Base64Octets(string text, string what)
    {
        byte[] octets = new byte[text.Length];
        bool read = Convert.TryFromBase64String(text, octets, out int length) && length > 0;
        MalformedSealException.ThrowUnless(read && Convert.ToBase64String(octets, 0, length) == text, $"{what} is not Base64 in its one form.");
        return octets[..length];
    }

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
