using Promote.Credentials.LinkedData.JsonLd;

namespace Promote.Credentials.Tests.LinkedData.Contexts;

/// <summary>The contexts as their publishers wrote them.</summary>
internal static class PublishedContexts
{
    private static readonly Dictionary<string, string> Files = new()
    {
        [Europass] = "europass/context/edc-ap-context-3.2.jsonld",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"] = "open-badges/contexts/ob-v3p0-3.0.1.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"] = "open-badges/contexts/ob-v3p0-3.0.2.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"] = "open-badges/contexts/ob-v3p0-3.0.3.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context.json"] = "open-badges/contexts/ob-v3p0.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"] = "open-badges/contexts/ob-v3p0-extensions.json",
        ["https://w3id.org/citizenship/v4rc1"] = "contexts/citizenship-v4rc1.jsonld",
        ["https://w3id.org/openbadges/v2"] = "open-badges/contexts/ob-v2p0.json",
        ["https://w3id.org/security/data-integrity/v1"] = "contexts/data-integrity-v1.jsonld",
        ["https://w3id.org/security/data-integrity/v2"] = "contexts/data-integrity-v2.jsonld",
        ["https://w3id.org/security/multikey/v1"] = "contexts/multikey-v1.jsonld",
        ["https://w3id.org/security/suites/ed25519-2020/v1"] = "open-badges/contexts/security-suites-ed25519-2020-v1.jsonld",
        ["https://www.w3.org/2018/credentials/v1"] = "contexts/v1.jsonld",
        ["https://www.w3.org/ns/credentials/v2"] = CredentialsV2,
        ["https://www.w3.org/ns/did/v1"] = "open-badges/contexts/did-v1.jsonld",
    };

    /// <summary>The application profile of European Digital Credentials.</summary>
    public const string Europass = "http://data.europa.eu/snb/model/context/edc-ap";

    /// <summary>The bytes of the Recommendation.</summary>
    public const string CredentialsV2 = "contexts/credentials-v2.rec.jsonld";

    /// <summary>This one says only a default vocabulary, and no file of it is among the vectors.</summary>
    public const string Examples = "https://www.w3.org/ns/credentials/examples/v2";

    public static IEnumerable<string> Urls => Files.Keys;

    /// <summary>The version before ours of <see cref="Europass"/>: the sealed samples were made with it.</summary>
    public static ContextRegistry EarlierEuropass() =>
        ContextRegistry.Of(new Dictionary<string, ReadOnlyMemory<byte>> { [Europass] = Vectors.Read("europass/context/edc-ap-context-3.1.jsonld") });

    public static ContextRegistry Registry() =>
        ContextRegistry.Of(Files.ToDictionary(file => file.Key, file => (ReadOnlyMemory<byte>)Vectors.Read(file.Value)));
}
