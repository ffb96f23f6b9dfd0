using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>JSON documents of every family, whole verification. Half of the cases are changed first and signed then, so that they are looked at to the end.</summary>
internal sealed class JsonLd : Target
{
    private static readonly string[] Suites = ["ecdsa-rdfc-2019", "ecdsa-jcs-2019"];

    private static readonly JsonSyntax Syntax = new(
        "\"https://www.w3.org/ns/credentials/v2\"", "\"https://www.w3.org/2018/credentials/v1\"", "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"", "\"https://w3id.org/openbadges/v2\"",
        "\"VerifiableCredential\"", "\"OpenBadgeCredential\"", "\"VerifiablePresentation\"", "\"EuropeanDigitalCredential\"", "\"EndorsementCredential\"", "\"Assertion\"",
        "\"validUntil\"", "\"credentialStatus\"", "\"verifiableCredential\"", "\"endorsement\"", "\"related\"", "\"proof\"", "\"previousProof\"", "\"@container\"", "\"@import\"", "\"@propagate\"", "\"@protected\"",
        "{\"@version\":1.1}", "{\"@vocab\":\"urn:x:\"}", "{\"@base\":\"urn:x:\"}", "{\"a\":{\"@id\":\"urn:a\",\"@context\":{\"a\":null}}}", "{\"a\":{\"@id\":\"urn:a\",\"@container\":[\"@graph\",\"@index\"]}}",
        "{\"gone\":{\"@id\":\"https://www.w3.org/2018/credentials#validUntil\"}}", "{\"more\":\"@nest\"}", "{\"ident\":\"@id\"}");

    private readonly Forge forge = new();
    private readonly Inspection inspection = new();
    private readonly List<byte[]> unsigned;
    private readonly List<byte[]> secured;

    internal JsonLd()
    {
        foreach (var file in Repository.Vectors("open-badges/ob20", "*.json"))
        {
            Serve(file);
        }

        unsigned = [Badges.Small(forge.Key.Did), .. Badges.Of(forge.Key.Did)];
        secured =
        [
            .. unsigned.SelectMany(badge => Suites.Select(suite => forge.Embed(badge, suite))),
            .. Repository.Files("tests/golden/open-badges-3", "*.signed.json"),
            .. Repository.Files("tests/golden/open-badges-2", "*.json"),
            .. Repository.Vectors("open-badges/ob30", "*.json"),
            .. Repository.Vectors("open-badges/ob20", "*.json"),
            .. Repository.Vectors("di-eddsa", "signed*.json"),
            .. Repository.Vectors("di-ecdsa", "signed*.json"),
            .. Repository.Vectors("europass/samples", "*.json*").Where(file => file.Length < 200_000),
        ];
        inspection.TrustValid(secured[0]);
        secured.ForEach(document => inspection.Trust(document));
    }

    internal override string Name => "json-ld";

    internal override IReadOnlyList<byte[]> Seeds => secured;

    internal override byte[] Make(Dice dice)
    {
        inspection.TrustNothingMore();
        if (dice.OneIn(2))
        {
            return Syntax.Mutate(dice.Pick(secured), dice);
        }

        var changed = Syntax.Mutate(dice.Pick(unsigned), dice);
        var signed = forge.Embed(changed, dice.Pick(Suites));
        Remember(changed);
        return dice.OneIn(4) ? Syntax.Mutate(signed, dice) : signed;
    }

    internal override string? Try(byte[] input) => inspection.Try(input);

    private void Remember(byte[] changed)
    {
        try
        {
            inspection.TrustNext(StrictJson.Parse(changed).RootElement);
        }
        catch (MalformedJsonException)
        {
            // The verifier cannot take for valid what it cannot read either.
        }
    }

    // The published assertions name one another at this host.
    private void Serve(byte[] file)
    {
        try
        {
            using var document = StrictJson.Parse(file);
            if (document.RootElement.TryGetProperty("id", out var id))
            {
                inspection.World.Web[id.GetString()!] = file;
            }
        }
        catch (MalformedJsonException)
        {
            // One of them is broken on purpose.
        }
    }
}
