using System.Text;
using System.Text.Json;
using Promote.Credentials.Verification.Families;

namespace Promote.Credentials.Verification.Holders;

/// <summary>Whether a document was issued to a person, by a name or an e-mail address that somebody typed.</summary>
public static class HolderMatch
{
    /// <summary>Most characters of a name or an address that is compared.</summary>
    public const int MaxLength = 200;

    /// <summary>Whether what was typed is this name or this address, by the rule that documents are compared by. What is not on record is nobody's.</summary>
    /// <param name="typed">A name, or with an @ an e-mail address.</param>
    /// <param name="name">The name on record.</param>
    /// <param name="address">The e-mail address on record.</param>
    public static bool IsRecorded(string typed, string? name, string? address)
    {
        ArgumentNullException.ThrowIfNull(typed);
        HolderIdentity[] recorded = [new(IsAddress: false, name ?? "", IsHashed: false, Salt: null), new(IsAddress: true, address ?? "", IsHashed: false, Salt: null)];
        return Of(recorded.Where(identity => identity.Value.Length > 0), typed) is true;
    }

    /// <summary>True or false where the document says something of the kind that was typed; null where it does not.</summary>
    internal static bool? Of(Candidate candidate, string typed) => Of(Identities(candidate), typed);

    private static bool? Of(IEnumerable<HolderIdentity> identities, string typed)
    {
        var person = typed.Normalize(NormalizationForm.FormC).Trim();
        var isAddress = person.Contains('@', StringComparison.Ordinal);
        var comparable = identities.Where(identity => identity.IsAddress == isAddress).ToList();
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
