using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>What verifiers look for in a status list (Bitstring Status List 1.0 §2.2), in the one form that all of them take: an issuer as a string, one type of the list as a string.</summary>
internal sealed class StatusListTerms() : LintRule("PC-L080", FormatFamily.StatusList)
{
    private static readonly string[] Types = ["VerifiableCredential", StatusLists.Terms.CredentialType];

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var subject = Member(input.Root, "credentialSubject");
        var url = Text(input.Root, "id");
        (string Pointer, bool Holds)[] demands =
        [
            ("/@context", Texts(input.Root, "@context").SequenceEqual([OpenBadges3.Terms.CredentialsContext.Value])),
            ("/id", WebAddress(url) is not null),
            ("/type", Texts(input.Root, "type").SequenceEqual(Types)),
            ("/issuer", Text(input.Root, "issuer")?.StartsWith("did:", StringComparison.Ordinal) == true),
            ("/validFrom", Text(input.Root, "validFrom") is not null),
            ("/credentialSubject/id", Text(subject, "id") == $"{url}#list"),
            ("/credentialSubject/type", Text(subject, "type") == StatusLists.Terms.ListType),
            ("/credentialSubject/statusPurpose", Text(subject, "statusPurpose") is StatusLists.Terms.Revocation or StatusLists.Terms.Suspension),
            ("/credentialSubject/ttl", Member(subject, "ttl") is { ValueKind: JsonValueKind.Number } ttl && ttl.TryGetInt64(out var milliseconds) && milliseconds > 0),
        ];
        return demands.Where(demand => !demand.Holds).Select(demand => Finding(demand.Pointer, "Write it as verifiers of status lists read it."));
    }

    private static IEnumerable<string> Texts(JsonElement element, string name) => Items(element, name).Select(item => item.ToString());
}
