using System.Diagnostics;
using System.Text.Json;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.JsonSchema;
using Promote.Credentials.LinkedData.Rdfc;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Linting;

/// <summary>
/// A document that the linter found nothing against: the only thing that reaches a signing key. The constructor is private and
/// its one caller checks first, so nobody can write the wrong order.
/// </summary>
public sealed class LintedDocument
{
    private readonly DocumentForm form;

    private LintedDocument(DocumentForm form, ReadOnlyMemory<byte> utf8, JsonElement root, ReadOnlyMemory<byte> canonical) =>
        (this.form, Utf8, Root, Canonical) = (form, utf8, root, canonical);

    /// <summary>Name of its format.</summary>
    public string Format => form.Name;

    /// <summary>Its exact bytes, still unsigned: the intent that is stored before signing.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The same, read.</summary>
    public JsonElement Root { get; }

    /// <summary>Its canonical bytes, N-Quads (RDFC-1.0) or JSON (RFC 8785), where a signature covers them, else empty.</summary>
    public ReadOnlyMemory<byte> Canonical { get; }

    /// <summary>Signs it as its format says.</summary>
    /// <param name="key">A key of the format's algorithm; null for a format that is not signed.</param>
    /// <param name="options">What the proof says; of a JWS only the verification method is used, as its key id.</param>
    /// <exception cref="ArgumentException">The key is not of the format's algorithm.</exception>
    public SignedDocument Sign(SigningKey? key, ProofOptions options)
    {
        if (key?.PublicKey.Algorithm != form.Securing.KeyAlgorithm)
        {
            throw new ArgumentException($"The format {Format} is signed with {form.Securing.KeyAlgorithm?.ToString() ?? "no key"}.", nameof(key));
        }

        return new(Format, form.Securing.Sign(this, key, options));
    }

    /// <summary>Seals it.</summary>
    /// <param name="key">The key and the certificate of its owner, whom the document names as its issuer.</param>
    /// <param name="at">The instant that the seal claims.</param>
    /// <exception cref="InvalidOperationException">The format is not sealed.</exception>
    public SignedDocument Seal(SealKey key, DateTimeOffset at) => form.Securing is Seal
        ? new(Format, Securing.Seal.Sign(this, key, at))
        : throw new InvalidOperationException($"The format {Format} is not sealed.");

    /// <summary>Confirms that what is about to be stored verifies and says exactly this: see <see cref="SecuringMechanism.Confirm"/>.</summary>
    /// <exception cref="InvalidOperationException">It does not; nothing may be stored as issued.</exception>
    public void Confirm(ReadOnlyMemory<byte> signed, VerificationMethod? method, DateTimeOffset now) =>
        form.Securing.Confirm(signed, this, method, now);

    /// <summary>Checks a draft. Parsing, schema and canonical form happen once; the first two must hold before the rest makes sense.</summary>
    /// <exception cref="ArgumentException">The draft is of no form of <see cref="DocumentForms"/>.</exception>
    internal static LintVerdict Check(Draft draft)
    {
        if (!DocumentForms.TryGet(draft.Format, out var form))
        {
            throw new ArgumentException("There is no such format.", nameof(draft));
        }

        JsonElement root;
        try
        {
            root = StrictJson.Parse(draft.Utf8).RootElement;
        }
        catch (MalformedJsonException malformed)
        {
            return new LintVerdict([new LintFinding(LintIds.StrictJson, malformed.Pointer, $"Not strict JSON: {malformed.Code}.")]);
        }

        var violations = Violations(form.Family, root);
        if (violations.Count > 0)
        {
            return new LintVerdict(violations);
        }

        var findings = Linter.Find(form, root);
        var canonical = ReadSafely(form, root, findings);
        return findings.Count == 0 ? new LintVerdict(new LintedDocument(form, draft.Utf8, root, canonical)) : new LintVerdict(findings);
    }

    // The shapes of Europass are about the graph, so validating by them has read the document in safe mode already.
    private static IReadOnlyList<LintFinding> Violations(FormatFamily family, JsonElement root) => family switch
    {
        FormatFamily.Europass => [.. EdcValidation.Validate(root).Select(finding =>
            new LintFinding(finding.Kind is EdcFindingKind.UnknownKey or EdcFindingKind.LostValue ? LintIds.SafeMode : LintIds.Schema, finding.Pointer ?? "", finding.Message))],
        FormatFamily.OpenBadges2 => Violations(EmbeddedSchemas.OpenBadges2Assertion, root),
        FormatFamily.OpenBadges3 => Violations(EmbeddedSchemas.OpenBadges3AchievementCredential, root),

        // No schema of it is published; its rules say all of it.
        FormatFamily.StatusList => [],
        FormatFamily.DataModel => [.. from rule in DataModelRules.For(root)
                                      from problem in rule(root)
                                      where problem.Severity == FormatSeverity.Error
                                      select new LintFinding(LintIds.Schema, problem.Pointer, problem.Message)],
        _ => throw new UnreachableException(),
    };

    private static IReadOnlyList<LintFinding> Violations(JsonSchema schema, JsonElement root) =>
        [.. schema.Validate(root).Select(violation => new LintFinding(LintIds.Schema, violation.Pointer, violation.Message))];

    private static byte[] ReadSafely(DocumentForm form, JsonElement root, List<LintFinding> findings)
    {
        if (form.Family == FormatFamily.Europass)
        {
            return [];
        }

        try
        {
            return form.Securing.Canonicalize(root);
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
