using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>JSON → the parts of a DID document, in one pass; the first thing that is wrong is kept in <see cref="Error"/>.</summary>
internal sealed class DidDocumentReader
{
    private readonly List<VerificationMethod> _methods = [];
    private readonly List<string> _assertionMethod = [];
    private readonly List<string> _alsoKnownAs = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public string Id { get; private set; } = "";

    public IReadOnlyList<VerificationMethod> Methods => _methods;

    public IReadOnlyList<string> AssertionMethod => _assertionMethod;

    public IReadOnlyList<string> AlsoKnownAs => _alsoKnownAs;

    public string Error { get; private set; } = "";

    public bool TryRead(JsonElement document) =>
        TryReadId(document)
        && TryReadList(document, "alsoKnownAs", TryReadAlias)
        && TryReadList(document, "verificationMethod", TryReadMethod)
        && TryReadList(document, "assertionMethod", TryReadAssertion);

    private bool TryReadId(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !TryText(document, "id", out string? id) || !id.StartsWith("did:", StringComparison.Ordinal))
        {
            return Fail("The document has no DID as id.");
        }
        Id = id;
        return true;
    }

    /// <summary>An absent list is empty; anything else than an array is an error.</summary>
    private bool TryReadList(JsonElement document, string name, Func<JsonElement, bool> tryRead)
    {
        if (!document.TryGetProperty(name, out JsonElement list))
        {
            return true;
        }
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().All(tryRead) : Fail($"The member {name} is not an array.");
    }

    private bool TryReadMethod(JsonElement method)
    {
        if (method.ValueKind != JsonValueKind.Object || !TryText(method, "id", out string? id) || !TryText(method, "controller", out string? controller))
        {
            return Fail("A verification method has no id or no controller.");
        }
        id = Absolute(id);
        if (!_seen.Add(id))
        {
            return Fail($"Two verification methods are named {id}.");
        }
        if (VerificationKey.TryRead(method, out PublicKey? key) && TryReadRevoked(method, out DateTimeOffset? revoked))
        {
            _methods.Add(new VerificationMethod(id, controller, key)
            {
                Form = method.TryGetProperty("publicKeyJwk", out _) ? VerificationMethodForm.JsonWebKey : VerificationMethodForm.Multikey,
                Revoked = revoked,
            });
        }
        return true;
    }

    /// <summary>Controlled Identifiers 1.0 §2.2. A method with a <c>revoked</c> that cannot be read is left out like one whose key cannot.</summary>
    private static bool TryReadRevoked(JsonElement method, out DateTimeOffset? revoked)
    {
        revoked = null;
        if (!method.TryGetProperty("revoked", out _))
        {
            return true;
        }
        bool isInstant = TryText(method, "revoked", out string? text) & XmlDateTimeStamp.TryParse(text ?? "", out DateTimeOffset instant);
        revoked = instant;
        return isInstant;
    }

    private bool TryReadAlias(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.String)
        {
            return Fail("An entry of alsoKnownAs is not a string.");
        }
        _alsoKnownAs.Add(entry.GetString()!);
        return true;
    }

    /// <summary>A string names a method listed above; an object is a method of this relationship alone.</summary>
    private bool TryReadAssertion(JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.String)
        {
            _assertionMethod.Add(Absolute(entry.GetString()!));
            return true;
        }
        if (!TryReadMethod(entry))
        {
            return false;
        }
        _assertionMethod.Add(Absolute(entry.GetProperty("id").GetString()!));
        return true;
    }

    /// <summary>A relative DID URL, <c>#key</c>, is resolved against the document's id (DID 1.0 §3.2.2).</summary>
    private string Absolute(string url) => url.StartsWith('#') ? Id + url : url;

    private static bool TryText(JsonElement value, string name, [NotNullWhen(true)] out string? text)
    {
        text = value.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        return text is not null;
    }

    private bool Fail(string error)
    {
        Error = error;
        return false;
    }
}
