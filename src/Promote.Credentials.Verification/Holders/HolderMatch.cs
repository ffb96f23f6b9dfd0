using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Verification.Families;

namespace Promote.Credentials.Verification.Holders;

/// <summary>Whether a document was issued to a person, by a name or an e-mail address that somebody typed.</summary>
internal static class HolderMatch
{
    /// <summary>True or false where the document says something of the kind that was typed; null where it does not.</summary>
    internal static bool? Of(Candidate candidate, string typed)
    {
        var person = typed.Normalize(NormalizationForm.FormC).Trim();
        var isAddress = person.Contains('@', StringComparison.Ordinal);
        var comparable = Identities(candidate).Where(identity => identity.IsAddress == isAddress).ToList();
        return comparable.Count == 0 ? null : comparable.Any(identity => identity.Is(person));
    }

    private static IEnumerable<HolderIdentity> Identities(Candidate candidate) => candidate.Family switch
    {
        OpenBadges2 => Recipient(candidate.Document.Member("recipient")),
        Europass => Person(candidate.Document.Member("credentialSubject")),
        _ => candidate.Document.Each("credentialSubject").SelectMany(subject => subject.Each("identifier")).SelectMany(Identity),
    };

    // Open Badges 2.0, IdentityObject.
    private static IEnumerable<HolderIdentity> Recipient(JsonElement recipient) => recipient.Text("identity") is { } identity
        ? [new HolderIdentity(recipient.Text("type") is "email", identity, recipient.Member("hashed").ValueKind == JsonValueKind.True, recipient.Text("salt"))]
        : [];

    // Open Badges 3.0 §B.1.15.
    private static IEnumerable<HolderIdentity> Identity(JsonElement identifier) => (identifier.Text("identityHash"), identifier.Text("identityType")) switch
    {
        ({ } hash, "emailAddress" or "email") => [new HolderIdentity(true, hash, identifier.Member("hashed").ValueKind == JsonValueKind.True, identifier.Text("salt"))],
        ({ } hash, "name") => [new HolderIdentity(false, hash, identifier.Member("hashed").ValueKind == JsonValueKind.True, identifier.Text("salt"))],
        _ => [],
    };

    private static IEnumerable<HolderIdentity> Person(JsonElement person)
    {
        string? Name(string member) => person.Member(member) is { ValueKind: JsonValueKind.Object } texts
            ? texts.EnumerateObject().Select(text => text.Value.ValueKind == JsonValueKind.String ? text.Value.GetString() : null).FirstOrDefault()
            : person.Text(member);
        string?[] names = [Name("fullName"), $"{Name("givenName")} {Name("familyName")}".Trim()];
        return names.Where(name => !string.IsNullOrEmpty(name)).Select(name => new HolderIdentity(false, name!, false, null));
    }
}
