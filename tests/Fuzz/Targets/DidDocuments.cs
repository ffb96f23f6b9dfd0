using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>DID documents as a badge's issuer serves them under did:web; and identifiers that are a key themselves, did:key and did:jwk, as issuer of a badge.</summary>
internal sealed class DidDocuments : Target
{
    private const string Did = "did:web:school.example";
    private const string KeyUrl = Did + "#key-1";

    private static readonly JsonSyntax Syntax = new(
        "\"id\"", "\"controller\"", "\"#key-1\"", $"\"{KeyUrl}\"", $"\"{Did}\"", "\"assertionMethod\"", "\"authentication\"", "\"verificationMethod\"", "\"revoked\"", "\"revoked\":\"2026-01-01T00:00:00Z\"", "\"publicKeyMultibase\"", "\"publicKeyJwk\"",
        "\"Multikey\"", "\"JsonWebKey\"", "\"Ed25519VerificationKey2020\"", "\"EC\"", "\"OKP\"", "\"RSA\"", "\"P-256\"", "\"P-384\"", "\"Ed25519\"", "\"alsoKnownAs\"", "\"z\"", "\"z6Mk\"", "\"zDn\"", "\"AQAB\"");

    private static readonly TokenSyntax Text = new();

    private readonly Forge forge = new();
    private readonly Inspection inspection = new();
    private readonly byte[] badge;
    private readonly List<byte[]> documents;
    private readonly List<byte[]> identifiers;

    internal DidDocuments()
    {
        badge = ByMethod(Badges.Small(Did), KeyUrl);
        List<PublicKey> keys = [forge.Key.PublicKey, .. new[] { "issuer-key", "issuer-rsa-key", "issuer-p384-key" }.Select(ReadKey)];
        documents = [.. new[] { VerificationMethodForm.Multikey, VerificationMethodForm.JsonWebKey }.Select(form => Document(keys, form)), Embedded()];
        identifiers = [.. keys.Select(key => Encoding.ASCII.GetBytes(DidKey.For(key))), .. keys.Select(key => Encoding.ASCII.GetBytes("did:jwk:" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Jwk.Of(key))))), "did:web:school.example%3A8443:a:b"u8.ToArray()];
        inspection.World.Web["https://school.example/.well-known/did.json"] = documents[0];
        inspection.TrustValid(badge);
    }

    internal override string Name => "did-document";

    internal override IReadOnlyList<byte[]> Seeds => [.. documents, .. identifiers];

    internal override byte[] Make(Dice dice) => dice.OneIn(3) ? Text.Mutate(dice.Pick(identifiers), dice) : Syntax.Mutate(dice.Pick(documents), dice);

    internal override string? Try(byte[] input) => input.AsSpan().StartsWith("did:"u8) ? TryIdentifier(Encoding.UTF8.GetString(input)) : TryDocument(input);

    private string? TryDocument(byte[] input)
    {
        inspection.World.Web["https://school.example/.well-known/did.json"] = input;
        var report = inspection.ReportOn(badge);
        return inspection.Fault(report) ?? RoundTripFault(input) ?? (Inspection.IsValid(report) && !Publishes(input) ? "makes a badge valid, and does not publish its key for claims" : null);
    }

    private string? TryIdentifier(string did)
    {
        DidWeb.TryDocumentUrl(did, out _);
        if (!DidKey.TryResolve(did, out var document) && !DidJwk.TryResolve(did, out document))
        {
            return null;
        }

        if (did.AsSpan(0, 8) is "did:jwk:" && Base64Url.EncodeToString(Base64Url.DecodeFromChars(did.AsSpan(8))) != did[8..])
        {
            return "is another identifier of a key that has its own";
        }

        var signed = ByMethod(Badges.Small(did), document.AssertionMethod[0]);
        using var json = StrictJson.Parse(signed);
        inspection.TrustNext(json.RootElement);
        var report = inspection.ReportOn(signed);
        return inspection.Fault(report) ?? (Inspection.IsValid(report) && !IsOurs(did) ? $"makes a badge valid that another key signed: {did}" : null);
    }

    // What the service serves is what it read.
    private static string? RoundTripFault(byte[] input)
    {
        try
        {
            using var json = StrictJson.Parse(input);
            if (!DidDocument.TryParse(json.RootElement, out var document, out _) || document.VerificationMethods.Count == 0)
            {
                return null;
            }

            using var written = StrictJson.Parse(document.ToUtf8Json());
            return DidDocument.TryParse(written.RootElement, out var again, out var error) && again.VerificationMethods.Select(method => method.Key.Thumbprint).SequenceEqual(document.VerificationMethods.Select(method => method.Key.Thumbprint))
                ? null
                : $"was read, and what is written of it is not the same: {error}";
        }
        catch (MalformedJsonException)
        {
            return null;
        }
    }

    /// <summary>A second reader: the document is about the DID, and lists our key under its URL, its own, and for claims.</summary>
    private bool Publishes(byte[] input)
    {
        var document = JsonNode.Parse(input)!.AsObject();
        var claims = document["assertionMethod"]!.AsArray();
        var methods = (document["verificationMethod"] as JsonArray ?? []).Concat(claims).OfType<JsonObject>();
        return Is(document["id"], Did)
            && claims.Any(one => IsKeyUrl(one is JsonObject method ? method["id"] : one))
            && methods.Any(method => IsKeyUrl(method["id"]) && Is(method["controller"], Did) && IsOurs(method));
    }

    private bool IsOurs(JsonObject method) => Is(method["publicKeyMultibase"], forge.Key.PublicKey.Multikey) || (method["publicKeyJwk"] is JsonObject jwk && IsOurKey(jwk));

    private bool IsOurs(string did) => did == forge.Key.Did
        || (did.StartsWith("did:jwk:", StringComparison.Ordinal) && JsonNode.Parse(Base64Url.DecodeFromChars(did.AsSpan(8))) is JsonObject jwk && IsOurKey(jwk));

    private bool IsOurKey(JsonObject jwk)
    {
        var ours = JsonNode.Parse(Jwk.Of(forge.Key.PublicKey))!;
        return JsonNode.DeepEquals(jwk["x"], ours["x"]) && JsonNode.DeepEquals(jwk["y"], ours["y"]) && JsonNode.DeepEquals(jwk["crv"], ours["crv"]);
    }

    private static bool IsKeyUrl(JsonNode? url) => Is(url, KeyUrl) || Is(url, "#key-1");

    private static bool Is(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue<string>(out var found) && found == text;

    private byte[] ByMethod(byte[] unsigned, string method) => forge.Embed(unsigned, "ecdsa-rdfc-2019", method);

    private static byte[] Document(List<PublicKey> keys, VerificationMethodForm form) =>
        DidDocument.For(Did, keys.Select((key, number) => new VerificationMethod($"{Did}#key-{number + 1}", Did, key) { Form = form }), ["https://school.example"]).ToUtf8Json();

    // DID 1.0 §5.3.2: a method of one relationship alone.
    private byte[] Embedded() => Encoding.UTF8.GetBytes($$"""
        {"@context":["https://www.w3.org/ns/did/v1"],"id":"{{Did}}","assertionMethod":[{"id":"#key-1","type":"JsonWebKey","controller":"{{Did}}","publicKeyJwk":{{Jwk.Of(forge.Key.PublicKey)}}}]}
        """);

    private static PublicKey ReadKey(string name)
    {
        using var key = DevelopmentKey.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "keys-dev", $"{name}.json")));
        return key.PublicKey;
    }
}
