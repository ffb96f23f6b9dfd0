using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.JsonSchema;
using Promote.Credentials.LinkedData.Rdfc;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Linting;

/// <summary>
/// A document that the linter found nothing against: the only thing that reaches a signing key. The constructor is private and
/// its one caller checks first, so nobody can write the wrong order.
/// </summary>
public sealed class LintedDocument
{
    private static readonly EddsaRdfc2022 Suite = new();

    private LintedDocument(Draft draft, JsonElement root, ReadOnlyMemory<byte> canonical) =>
        (Format, Utf8, Root, Canonical) = (draft.Format, draft.Utf8, root, canonical);

    /// <summary>Name of its format.</summary>
    public string Format { get; }

    /// <summary>Its exact bytes, still unsigned: the intent that is stored before signing.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The same, read.</summary>
    public JsonElement Root { get; }

    /// <summary>Its canonical N-Quads (RDFC-1.0), which the signature covers.</summary>
    public ReadOnlyMemory<byte> Canonical { get; }

    /// <summary>Signs it with eddsa-rdfc-2022.</summary>
    public SignedDocument Sign(SigningKey key, ProofOptions options) =>
        new(Format, DataIntegrityProof.Secure(Root, Canonical, Suite, options, key));

    /// <summary>Checks a draft. Parsing, schema and canonical form happen once; the first two must hold before the rest makes sense.</summary>
    internal static LintVerdict Check(Draft draft)
    {
        JsonElement root;
        try
        {
            root = StrictJson.Parse(draft.Utf8).RootElement;
        }
        catch (MalformedJsonException malformed)
        {
            return new LintVerdict([new LintFinding(LintIds.StrictJson, malformed.Pointer, $"Not strict JSON: {malformed.Code}.")]);
        }

        var violations = EmbeddedSchemas.OpenBadges3AchievementCredential.Validate(root);
        if (violations.Count > 0)
        {
            return new LintVerdict([.. violations.Select(violation => new LintFinding(LintIds.Schema, violation.Pointer, violation.Message))]);
        }

        var findings = Linter.Find(root);
        var canonical = Canonicalize(root, findings);
        return findings.Count == 0 ? new LintVerdict(new LintedDocument(draft, root, canonical)) : new LintVerdict(findings);
    }

    private static byte[] Canonicalize(JsonElement root, List<LintFinding> findings)
    {
        try
        {
            return CanonicalRdf.Canonicalize(root);
        }
        catch (JsonLdException unsafeTerm)
        {
            findings.Add(new LintFinding(LintIds.SafeMode, unsafeTerm.Pointer, $"Not in JSON-LD safe mode: {unsafeTerm.Code}."));
        }
        catch (RdfcBudgetException)
        {
            findings.Add(new LintFinding(LintIds.SafeMode, "", "Its graph costs too much to canonicalize."));
        }

        return [];
    }
}
