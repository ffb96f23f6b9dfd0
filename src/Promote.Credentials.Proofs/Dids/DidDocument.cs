using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>The keys that an identifier answers for (DID 1.0 §5, Controlled Identifiers 1.0 §2).</summary>
public sealed class DidDocument
{
    private DidDocument(string id, IReadOnlyList<VerificationMethod> verificationMethods, IReadOnlyList<string> assertionMethod, IReadOnlyList<string> alsoKnownAs)
    {
        Id = id;
        VerificationMethods = verificationMethods;
        AssertionMethod = assertionMethod;
        AlsoKnownAs = alsoKnownAs;
    }

    /// <summary>The identifier: a DID.</summary>
    public string Id { get; }

    /// <summary>The keys of kinds known here, in the document's order.</summary>
    public IReadOnlyList<VerificationMethod> VerificationMethods { get; }

    /// <summary>The URLs of the keys that may sign claims: the relationship <c>assertionMethod</c>.</summary>
    public IReadOnlyList<string> AssertionMethod { get; }

    /// <summary>Other addresses of the subject (DID 1.0 §5.1.3): a word of the document, which the other address has to confirm.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; }

    /// <summary>The document of an identifier with these keys, all for <c>assertionMethod</c>, each named <c>did#multikey</c>.</summary>
    public static DidDocument For(string did, IEnumerable<PublicKey> keys) => For(did, keys.Select(key => VerificationMethod.Multikey(did, key)));

    /// <summary>
    /// The document of an identifier with these methods. All are for <c>assertionMethod</c> but those that are revoked, which stay listed so that
    /// a verifier can tell why it believes nothing of theirs.
    /// </summary>
    public static DidDocument For(string did, IEnumerable<VerificationMethod> methods, IEnumerable<string>? alsoKnownAs = null)
    {
        VerificationMethod[] all = [.. methods];
        return new DidDocument(did, all, [.. all.Where(method => method.Revoked is null).Select(method => method.Id)], [.. alsoKnownAs ?? []]);
    }

    /// <summary>
    /// Reads a document that came from outside. Methods of kinds not known here are left out; two methods with one id,
    /// or an <c>assertionMethod</c> that is not a list, are errors, told in <paramref name="error"/>.
    /// </summary>
    public static bool TryParse(JsonElement json, [NotNullWhen(true)] out DidDocument? document, out string error)
    {
        var reader = new DidDocumentReader();
        document = reader.TryRead(json) ? new DidDocument(reader.Id, reader.Methods, reader.AssertionMethod, reader.AlsoKnownAs) : null;
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

    /// <summary>A key that signs nothing any more: listed under this URL with the instant from which on it counts for nothing. Null where there is none.</summary>
    public VerificationMethod? FindRevokedMethod(string id) =>
        VerificationMethods.FirstOrDefault(method => method.Id == id && method.Controller == Id && method.Revoked is not null);

    /// <summary>The document as it is served. <c>assertionMethod</c> holds strings: a validator in wide use throws on embedded methods.</summary>
    public byte[] ToUtf8Json() => DidDocumentWriter.Write(this);
}
