using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.Formats.DataModel;

/// <summary>
/// What the data model refuses and what it takes, each as members that replace those of a sound document: the same table for documents that
/// are to be signed and for documents that somebody signed.
/// </summary>
public static class DataModelCases
{
    private const string Gone = "(gone)";
    private const string Two = "https://www.w3.org/ns/credentials/v2";
    private const string Examples = "https://www.w3.org/ns/credentials/examples/v2";
    private const string Sha384 = "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU";
    private const string Multibase = "uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ";

    private static readonly (string Name, string Change)[] RefusedCases =
    [
        // @context (VC 2.0 §4.3)
        ("no context", $$"""{"@context":"{{Gone}}"}"""),
        ("another first context", $$"""{"@context":["{{Examples}}","{{Two}}"]}"""),
        ("only another context", $$"""{"@context":["{{Examples}}"]}"""),
        ("a context that is no URL", $$"""{"@context":["{{Two}}","not a url"]}"""),
        ("a context that is a number", $$"""{"@context":["{{Two}}",192837]}"""),
        ("a context that is null", $$"""{"@context":["{{Two}}",null]}"""),
        ("a context that cannot be loaded", $$"""{"@context":["{{Two}}","https://example.com/nothing"]}"""),
        ("an empty list of contexts", """{"@context":[]}"""),
        ("contexts as an object", """{"@context":{"@vocab":"https://example.org/"}}"""),
        ("a protected term redefined", $$"""{"@context":["{{Two}}",{"VerifiableCredential":"https://example.org/other"}]}"""),
        ("a protected member redefined", $$"""{"@context":["{{Two}}",{"id":"https://example.org/id"}]}"""),
        ("a term that maps to no IRI", $$"""{"@context":["{{Two}}",{"age":"not an iri"}]}"""),
        ("a term that maps to a number", $$"""{"@context":["{{Two}}",{"age":7}]}"""),
        ("a context within a context", $$"""{"@context":["{{Two}}",{"@context":{"age":"https://example.org/age"} }]}"""),

        // id (§4.4)
        ("id null", """{"id":null}"""),
        ("id a list", """{"id":["urn:uuid:86294362-4254-4f36-854f-3952fe42555d"]}"""),
        ("id an object", """{"id":{"@id":"urn:uuid:86294362-4254-4f36-854f-3952fe42555d"}}"""),
        ("id a number", """{"id":1}"""),
        ("id no URL", """{"id":"https ://not-a-url/"}"""),
        ("id relative", """{"id":"credentials/1"}"""),
        ("id empty", """{"id":""}"""),
        ("subject id a list", """{"credentialSubject":{"id":["did:example:1"]}}"""),
        ("subject id no URL", """{"credentialSubject":{"id":"not a url"}}"""),
        ("subject id null", """{"credentialSubject":{"id":null}}"""),
        ("status id a list", """{"credentialStatus":{"id":["urn:example:1"],"type":"BitstringStatusListEntry"}}"""),
        ("status id no URL", """{"credentialStatus":{"id":"https ://not-a-url/24","type":"BitstringStatusListEntry"}}"""),
        ("schema without id", """{"credentialSchema":{"type":"JsonSchema"}}"""),
        ("schema id no URL", """{"credentialSchema":{"id":"https ://not-a-url/","type":"JsonSchema"}}"""),
        ("schema id a list", """{"credentialSchema":{"id":["https://example.org/schema.json"],"type":"JsonSchema"}}"""),

        // type (§4.5)
        ("no type", $$"""{"type":"{{Gone}}"}"""),
        ("type null", """{"type":null}"""),
        ("type empty", """{"type":[]}"""),
        ("type without VerifiableCredential", $$"""{"@context":["{{Two}}","{{Examples}}"],"type":["ExampleDegreeCredential"]}"""),
        ("a type that is an object", """{"type":["VerifiableCredential",{"id":"https://example.org/T"}]}"""),
        ("a type that is a number", """{"type":["VerifiableCredential",7]}"""),
        ("a type that nothing defines", """{"type":["VerifiableCredential","Nowhere"]}"""),
        ("a type that maps to nothing", $$"""{"@context":["{{Two}}","{{Examples}}",{"@vocab":null}],"type":["VerifiableCredential","Nowhere"]}"""),

        // Undefined terms (§5.2.1, DATA_LOSS_DETECTION_ERROR)
        ("a member that nothing defines", """{"nowhere":"text"}"""),
        ("a member of the subject that nothing defines", """{"credentialSubject":{"id":"did:example:1","nowhere":"text"}}"""),
        ("a type of the subject that nothing defines", """{"credentialSubject":{"id":"did:example:1","type":"Nowhere"}}"""),
        ("a member of the issuer that nothing defines", """{"issuer":{"id":"(issuer)","nowhere":"text"}}"""),
        ("a member of evidence that nothing defines", """{"evidence":{"id":"https://example.org/e","type":"https://example.org/Evidence","nowhere":"text"}}"""),

        // issuer (§4.7)
        ("no issuer", $$"""{"issuer":"{{Gone}}"}"""),
        ("issuer null", """{"issuer":null}"""),
        ("issuer no URL", """{"issuer":"not a url"}"""),
        ("issuer empty", """{"issuer":""}"""),
        ("issuer a number", """{"issuer":7}"""),
        ("issuer an object without id", """{"issuer":{"name":"School"}}"""),
        ("issuer id null", """{"issuer":{"id":null}}"""),
        ("issuer id no URL", """{"issuer":{"id":"not a url"}}"""),
        ("issuer a list", """{"issuer":["(issuer)"]}"""),

        // credentialSubject (§4.8)
        ("no subject", $$"""{"credentialSubject":"{{Gone}}"}"""),
        ("subject null", """{"credentialSubject":null}"""),
        ("subject a text", """{"credentialSubject":"did:example:1"}"""),
        ("subject empty", """{"credentialSubject":{}}"""),
        ("no subject in the list", """{"credentialSubject":[]}"""),
        ("an empty subject in the list", """{"credentialSubject":[{"id":"did:example:1"},{}]}"""),

        // Dates (§4.9)
        ("validFrom without a zone", """{"validFrom":"2026-01-01T00:00:00"}"""),
        ("validFrom a day", """{"validFrom":"2026-01-01"}"""),
        ("validFrom as in a mail", """{"validFrom":"Thu, 01 Jan 2026 00:00:00 GMT"}"""),
        ("validFrom a day that is none", """{"validFrom":"2026-02-30T00:00:00Z"}"""),
        ("validFrom a number", """{"validFrom":1767225600}"""),
        ("validFrom null", """{"validFrom":null}"""),
        ("validUntil without a zone", """{"validUntil":"2036-01-01T00:00:00"}"""),
        ("validUntil as in a mail", """{"validUntil":"Tue, 01 Jan 2036 00:00:00 GMT"}"""),
        ("validUntil before validFrom", """{"validFrom":"2026-01-02T00:00:00Z","validUntil":"2026-01-01T00:00:00Z"}"""),

        // name and description (§4.6, §11.1)
        ("name a number", """{"name":7}"""),
        ("name without a value", """{"name":{"@language":"en"}}"""),
        ("name with another member", """{"name":{"@value":"Diploma","@language":"en","url":"https://example.org/"}}"""),
        ("names, one with another member", """{"name":[{"@value":"Diploma","@language":"en"},{"@value":"Diplom","@language":"de","@other":"x"}]}"""),
        ("description without a value", """{"description":{"@direction":"ltr"}}"""),
        ("description with another member", """{"description":{"@value":"Text","id":"https://example.org/"}}"""),
        ("issuer name with another member", """{"issuer":{"id":"(issuer)","name":{"@value":"School","@language":"en","url":"x"}}}"""),
        ("issuer description a number", """{"issuer":{"id":"(issuer)","description":7}}"""),

        // Objects that say of what type they are (§4.10, §4.11, §5.4, §5.5, §5.6)
        ("status without type", """{"credentialStatus":{"id":"https://example.org/status/1"}}"""),
        ("status type a number", """{"credentialStatus":{"id":"https://example.org/status/1","type":7}}"""),
        ("schema without type", """{"credentialSchema":{"id":"https://example.org/schema.json"}}"""),
        ("one of the schemas without type", """{"credentialSchema":[{"id":"https://example.org/a.json","type":"JsonSchema"},{"id":"https://example.org/b.json"}]}"""),
        ("refresh without type", """{"refreshService":{"id":"https://example.org/refresh"}}"""),
        ("terms without type", """{"termsOfUse":{"id":"https://example.org/terms"}}"""),
        ("evidence without type", """{"evidence":{"id":"https://example.org/evidence"}}"""),
        ("evidence a text", """{"evidence":"https://example.org/evidence"}"""),

        // relatedResource (§5.3)
        ("related resources as texts", $$"""{"relatedResource":["{{Two}}"]}"""),
        ("a related resource without id", $$"""{"relatedResource":[{"digestSRI":"{{Sha384}}"}]}"""),
        ("a related resource twice", $$"""{"relatedResource":[{"id":"{{Two}}","digestSRI":"{{Sha384}}"},{"id":"{{Two}}","digestSRI":"{{Sha384}}"}]}"""),
        ("a related resource without a digest", $$"""{"relatedResource":[{"id":"{{Two}}"}]}"""),
        ("a wrong digestSRI", $$"""{"relatedResource":[{"id":"{{Two}}","digestSRI":"sha384-AAAAjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU"}]}"""),
        ("a digestSRI that is none", $$"""{"relatedResource":[{"id":"{{Two}}","digestSRI":"md5-abc"}]}"""),
        ("a wrong digestMultibase", $$"""{"relatedResource":[{"id":"{{Two}}","digestMultibase":"uAAAA7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ"}]}"""),
        ("a right and a wrong digest", $$"""{"relatedResource":[{"id":"{{Two}}","digestSRI":"{{Sha384}}","digestMultibase":"uAAAA7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ"}]}"""),
    ];

    private static readonly (string Name, string Change)[] TakenCases =
    [
        ("as it is", "{}"),
        ("without an id", $$"""{"id":"{{Gone}}"}"""),
        ("a context of its own", $$"""{"@context":["{{Two}}",{"age":"https://example.org/age"}],"credentialSubject":{"id":"did:example:1","age":21} }"""),
        ("a context with a vocabulary", $$"""{"@context":["{{Two}}",{"@vocab":"https://example.org/#"}],"credentialSubject":{"id":"did:example:1","anything":"text"} }"""),
        ("one type", """{"type":"VerifiableCredential"}"""),
        ("a type by its IRI", """{"type":["VerifiableCredential","https://example.org/Diploma"]}"""),
        ("issuer an object", """{"issuer":{"id":"(issuer)","name":"School"} }"""),
        ("a subject without id", $$"""{"@context":["{{Two}}","{{Examples}}"],"credentialSubject":{"alumniOf":"School"} }"""),
        ("several subjects", """{"credentialSubject":[{"id":"did:example:1"},{"id":"did:example:2"}]}"""),
        ("an instant with milliseconds", """{"validFrom":"2026-01-01T00:00:00.123Z"}"""),
        ("an instant in another zone", """{"validFrom":"2026-01-01T00:00:00+05:45"}"""),
        ("an end far away", """{"validUntil":"9999-12-31T23:59:59Z"}"""),
        ("a start and an end at once", """{"validFrom":"2026-01-01T00:00:00Z","validUntil":"2099-01-01T00:00:00Z"}"""),
        ("a name with its language", """{"name":{"@value":"Diploma","@language":"en"}}"""),
        ("a name with its direction", """{"name":{"@value":"شهادة","@language":"ar","@direction":"rtl"}}"""),
        ("names in two languages", """{"name":[{"@value":"Diploma","@language":"en"},{"@value":"Diplom","@language":"de"}],"description":"Text"}"""),
        ("an issuer's name in two languages", """{"issuer":{"id":"(issuer)","name":[{"@value":"School","@language":"en"},{"@value":"Schule","@language":"de"}]}}"""),
        ("terms of a type that nobody here knows", """{"termsOfUse":{"id":"https://example.org/terms","type":"https://example.org/Policy"}}"""),
        ("evidence of a type that nobody here knows", """{"evidence":[{"id":"https://example.org/e","type":["https://example.org/Evidence"]}]}"""),
        ("a right digestSRI", $$"""{"relatedResource":[{"id":"{{Two}}","digestSRI":"{{Sha384}}"}]}"""),
        ("a right digestMultibase", $$"""{"relatedResource":[{"id":"{{Two}}","digestMultibase":"{{Multibase}}"}]}"""),
        ("a digest of a file that is not known here", """{"relatedResource":[{"id":"https://example.org/picture.png","digestMultibase":"uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ"}]}"""),
    ];

    /// <summary>The names of what is refused.</summary>
    public static TheoryData<string> Refused => [.. RefusedCases.Select(one => one.Name)];

    /// <summary>The names of what is taken.</summary>
    public static TheoryData<string> Taken => [.. TakenCases.Select(one => one.Name)];

    /// <summary>The document of a case, by an issuer.</summary>
    public static JsonObject Document(string name, string issuer)
    {
        var document = new JsonObject
        {
            ["@context"] = new JsonArray(Two),
            ["id"] = "urn:uuid:86294362-4254-4f36-854f-3952fe42555d",
            ["type"] = new JsonArray("VerifiableCredential"),
            ["issuer"] = issuer,
            ["credentialSubject"] = new JsonObject { ["id"] = "did:example:1" },
        };
        var change = RefusedCases.Concat(TakenCases).Single(one => one.Name == name).Change.Replace("(issuer)", issuer, StringComparison.Ordinal);
        foreach (var (member, value) in JsonNode.Parse(change)!.AsObject())
        {
            if (value?.ToString() == Gone)
            {
                document.Remove(member);
            }
            else
            {
                document[member] = value?.DeepClone();
            }
        }

        return document;
    }
}
