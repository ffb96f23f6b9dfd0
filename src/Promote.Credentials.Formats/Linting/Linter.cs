using System.Text.Json;
using Promote.Credentials.Formats.Linting.Rules;

namespace Promote.Credentials.Formats.Linting;

/// <summary>Decides whether a draft may be signed: strict JSON, JSON Schema, JSON-LD safe mode, and the rules below.</summary>
public static class Linter
{
    private static readonly LintRule[] Rules =
    [
        new ContextPair(),
        new PublicId(),
        new WholeSeconds(),
        new ValidityPeriod(),
        new CriteriaSaySomething(),
        new RecipientKnown(),
        new IdentityHashed(),
        new EvidenceOnCredential(),
        new TargetTypes(),
        new NoPlaceholders(),
        new VisibleText(),
        new ResultsDescribed(),
        new IssuerProfileComplete(),
        new NothingEmpty(),
        new SafeLinks(),
        new NoProofYet(),
    ];

    /// <summary>Checks a draft. A finding is a bug of ours or a text that got past the domain's rules; either way nothing is signed.</summary>
    public static LintVerdict Lint(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return LintedDocument.Check(draft);
    }

    internal static List<LintFinding> Find(JsonElement root)
    {
        var input = new LintInput(root);
        return [.. Rules.SelectMany(rule => rule.Find(input))];
    }
}
