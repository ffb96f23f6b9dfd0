using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>The keys that an identifier answers for (DID 1.0 §5, Controlled Identifiers 1.0 §2).</summary>
public sealed class DidDocument
{
    private DidDocument(string id, IReadOnlyList<VerificationMethod> verificationMethods, IReadOnlyList<string> assertionMethod)
    {
        Id = id;
        VerificationMethods = verificationMethods;
        AssertionMethod = assertionMethod;
    }

    /// <summary>The identifier: a DID.</summary>
    public string Id { get; }

    /// <summary>The keys of kinds known here, in the document's order.</summary>
    public IReadOnlyList<VerificationMethod> VerificationMethods { get; }

    /// <summary>The URLs of the keys that may sign claims: the relationship <c>assertionMethod</c>.</summary>
    public IReadOnlyList<string> AssertionMethod { get; }

    /// <summary>The document of an identifier with these keys, all for <c>assertionMethod</c>, each named <c>did#multikey</c>.</summary>
    public static DidDocument For(string did, IEnumerable<PublicKey> keys)
    {
        VerificationMethod[] methods = [.. keys.Select(key => new VerificationMethod($"{did}#{key.Multikey}", did, key))];
        return new DidDocument(did, methods, [.. methods.Select(method => method.Id)]);
    }

    /// <summary>
    /// Reads a document that came from outside. Methods of kinds not known here are left out; two methods with one id,
    /// or an <c>assertionMethod</c> that is not a list, are errors, told in <paramref name="error"/>.
    /// </summary>
    public static bool TryParse(JsonElement json, [NotNullWhen(true)] out DidDocument? document, out string error)
    {
        var reader = new DidDocumentReader();
        document = reader.TryRead(json) ? new DidDocument(reader.Id, reader.Methods, reader.AssertionMethod) : null;
        error = reader.Error;
        return document is not null;
    }

    /// <summary>
    /// The key that may sign claims under this URL (Controlled Identifiers 1.0 §3.3): it is listed, under <c>assertionMethod</c>,
    /// and its controller is this document's subject. Null otherwise.
    /// </summary>
    public VerificationMethod? FindVerificationMethod(string id) => AssertionMethod.Contains(id)
        ? VerificationMethods.FirstOrDefault(method => method.Id == id && method.Controller == Id)
        : null;

    /// <summary>The document as it is served. <c>assertionMethod</c> holds strings: a validator in wide use throws on embedded methods.</summary>
    public byte[] ToUtf8Json() => DidDocumentWriter.Write(this);
}
