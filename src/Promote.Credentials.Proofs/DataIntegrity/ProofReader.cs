using System.Text.Json;
using Promote.Credentials.LinkedData;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>JSON → <see cref="Proof"/>, by the shapes of Data Integrity 1.0 §2.1. Nothing is refused here, only noted.</summary>
internal sealed class ProofReader
{
    private readonly JsonElement _json;
    private string? _malformed;

    private ProofReader(JsonElement json) => _json = json;

    /// <summary>The proofs of a document: <c>proof</c> is an object or an array of objects.</summary>
    public static IReadOnlyList<Proof> ReadAll(JsonElement secured)
    {
        if (secured.ValueKind != JsonValueKind.Object || !secured.TryGetProperty("proof", out JsonElement proof))
        {
            return [];
        }
        return proof.ValueKind == JsonValueKind.Array
            ? [.. proof.EnumerateArray().Select((item, index) => new ProofReader(item).Read(index))]
            : [new ProofReader(proof).Read(0)];
    }

    private Proof Read(int index)
    {
        if (_json.ValueKind != JsonValueKind.Object)
        {
            return new Proof { Index = index, Json = _json, Malformed = "The proof is not an object." };
        }
        var proof = new Proof
        {
            Index = index,
            Json = _json,
            Type = Text("type", required: true),
            CryptosuiteName = Text("cryptosuite", required: true),
            VerificationMethod = Text("verificationMethod", required: true),
            ProofPurpose = Text("proofPurpose", required: true),
            Id = Text("id"),
            Created = Instant("created"),
            Expires = Instant("expires"),
            Domain = Texts("domain"),
            Challenge = Text("challenge"),
            PreviousProof = Texts("previousProof"),
            Value = Signature(),
        };
        return proof with { Malformed = _malformed };
    }

    private string? Text(string name, bool required = false)
    {
        bool present = _json.TryGetProperty(name, out JsonElement value);
        if (present && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }
        return present ? Note<string>($"The member {name} is not a string.") : required ? Note<string>($"The member {name} is missing.") : null;
    }

    private DateTimeOffset? Instant(string name)
    {
        string? text = Text(name);
        if (text is null)
        {
            return null;
        }
        if (!XmlDateTimeStamp.TryParse(text, out DateTimeOffset instant))
        {
            Note<string>($"The member {name} is not an instant with a zone.");
            return null;
        }
        return instant;
    }

    /// <summary>One string, or a list of them.</summary>
    private string[] Texts(string name)
    {
        if (!_json.TryGetProperty(name, out JsonElement value))
        {
            return [];
        }
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        return items.All(item => item.ValueKind == JsonValueKind.String)
            ? [.. items.Select(item => item.GetString()!)]
            : Note<string[]>($"The member {name} is neither a string nor a list of strings.") ?? [];
    }

    /// <summary>§3.2.1 of the EdDSA and the ECDSA suites: base58btc, header <c>z</c>; other letters for the same bytes would be a second form of one proof.</summary>
    private byte[] Signature()
    {
        string? text = Text("proofValue", required: true);
        if (text is null)
        {
            return [];
        }
        return text.StartsWith('z') && Multibase.TryDecode(text, out byte[] bytes)
            ? bytes
            : Note<byte[]>("The member proofValue is not multibase base58btc.") ?? [];
    }

    private T? Note<T>(string malformed)
        where T : class
    {
        _malformed ??= malformed;
        return null;
    }
}
