using System.Collections.Frozen;

namespace Promote.Credentials.Formats.Europass;

/// <summary>Constants of the European Learning Model, version 3, and of its application profile for European Digital Credentials.</summary>
internal static class Terms
{
    /// <summary>The shapes of the generic profile, as the document names them.</summary>
    internal const string Schema = "http://data.europa.eu/snb/model/ap/edc-generic-full";

    /// <summary>The class of <see cref="Schema"/>.</summary>
    internal const string SchemaType = "ShaclValidator2017";

    /// <summary>The first part of a credential's id; a UUID follows.</summary>
    internal const string CredentialId = "urn:credential:";

    /// <summary>The first part of the ids of all other nodes; class and number follow.</summary>
    internal const string NodeId = "urn:epass:";

    /// <summary>The scheme of all ESCO skills.</summary>
    internal const string EscoSkills = "http://data.europa.eu/esco/concept-scheme/skills";

    /// <summary>The scheme of all ESCO occupations.</summary>
    internal const string EscoOccupations = "http://data.europa.eu/esco/concept-scheme/occupations";

    /// <summary>The types of the document; nothing else is taken.</summary>
    internal static IReadOnlyList<string> Types { get; } = ["VerifiableCredential", "EuropeanDigitalCredential"];

    /// <summary>
    /// Every term that is written, in the order in which the documents of the Commission's own issuer have them: by the IRI that the
    /// term stands for, so <c>eqfLevel</c> (elm:EQFLevel) comes before <c>accreditation</c>.
    /// </summary>
    internal static IReadOnlyList<string> InOrder { get; } =
    [
        // http://data.europa.eu/snb/model/elm/
        "eqfLevel", "thematicArea", "additionalNote", "address", "awardedBy", "awardingBody", "awardingDate", "content", "contentEncoding",
        "contentType", "contentURL", "countryCode", "credentialProfiles", "creditPoint", "creditReceived", "dateOfBirth", "displayDetail",
        "displayParameter", "eIDASIdentifier", "endDate", "entitlementStatus", "entitlesTo", "entryRequirement", "framework", "grade",
        "hasClaim", "hasPart", "idVerification", "image", "individualDisplay", "influencedBy", "learningOpportunity", "learningOutcome",
        "learningSchedule", "learningSetting", "limitOccupation", "location", "logo", "mode", "noteLiteral", "page", "point",
        "primaryLanguage", "provenBy", "providedBy", "relatedESCOSkill", "reusabilityLevel", "specifiedBy", "startDate",
        "supplementaryDocument", "volumeOfLearning",

        // http://purl.org/dc/terms/
        "description", "language", "spatial", "subject", "temporal", "title", "dcType",

        // http://www.w3.org/2004/02/skos/core#, http://www.w3.org/ns/regorg#
        "altLabel", "inScheme", "notation", "prefLabel", "legalName",

        // http://xmlns.com/foaf/0.1/
        "familyName", "fullName", "givenName", "homepage",

        // https://www.w3.org/2018/credentials#
        "credentialSchema", "credentialSubject", "issuanceDate", "issued", "issuer", "validFrom", "validUntil",
    ];

    private static readonly FrozenDictionary<string, int> Ranks =
        InOrder.Index().ToFrozenDictionary(term => term.Item, term => term.Index, StringComparer.Ordinal);

    /// <summary>The place of a term in <see cref="InOrder"/>.</summary>
    internal static int Rank(string term) => Ranks[term];
}
