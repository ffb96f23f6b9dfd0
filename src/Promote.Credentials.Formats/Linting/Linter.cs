using System.Collections.Frozen;
using System.Text.Json;
using Promote.Credentials.Formats.Linting.Rules;
using Promote.Credentials.Formats.Linting.Rules.Europass;

namespace Promote.Credentials.Formats.Linting;

/// <summary>Decides whether a draft may be signed: strict JSON, JSON Schema, JSON-LD safe mode, and the rules below.</summary>
public static class Linter
{
    /// <summary>All rules, in the order of their ids.</summary>
    internal static IReadOnlyList<LintRule> Rules { get; } =
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
        new SubjectNamed(),
        new NoEndorsementJwt(),
        new StatusEntry(),
        new IdentityTypes(),
        new KnownAchievementType(),
        new KnownResultType(),
        new EditionsDistinct(),
        new AchievedLevels(),
        new RequiredLevels(),
        new ResultValues(),
        new StatusOfStatusResults(),
        new CreditsEarned(),
        new AwardedBeforeIssued(),
        new ActivityOrder(),
        new ValueRange(),
        new EscoConcepts(),
        new EqfLevels(),
        new CreatorIsIssuer(),
        new IdsDistinct(),
        new CredentialTypes(),
        new NoClaimsYet(),
        new OneContext(),
        new VerificationOfForm(),
        new CreatorIsKey(),
        new OwnOrigin(),
        new RecipientHashed(),
        new ExpiresLater(),
        new NotRevoked(),
        new EvidenceSays(),
        new BadgeByUrl(),
        new ContextsLast(),
        new EdcTypes(),
        new CredentialUrn(),
        new GenericProfile(),
        new PublishedOrder(),
        new NodeIds(),
        new SameIdSaysSame(),
        new ListedConcepts(),
        new DisplayedLanguages(),
        new EveryLanguage(),
        new LanguageKeys(),
        new PagePictures(),
        new BirthDay(),
        new IssuedTwice(),
        new NoLostValues(),
        new AwardedInTime(),
        new LearningPeriod(),
        new NotionalHours(),
        new EctsPoints(),
        new SealOwner(),
        new AwardingBodyNamed(),
        new OneAwardingProcess(),
        new GradesSay(),
        new EscoOfItsKind(),
        new FullName(),
        new NoMoreOfThePerson(),
        new NoStatusInside(),
        new CompleteMicroCredential(),
        new NothingAloneInAnArray(),
        new CreditsReceived(),
        new StatusListTerms(),
        new StatusListBits(),
        new NoListOfOthers(),
        new NamedForReaders(),
    ];

    private static readonly FrozenDictionary<FormatFamily, (LeafRules OfLeaves, LintRule[] Others)> RulesOf = Enum.GetValues<FormatFamily>().ToFrozenDictionary(family => family, family =>
    {
        var rules = Rules.Where(rule => rule.Families.HasFlag(family)).ToList();
        return (new LeafRules([.. rules.OfType<LeafRule>()]), rules.Where(rule => rule is not LeafRule).ToArray());
    });

    /// <summary>Checks a draft. A finding is a bug of ours or a text that got past the domain's rules; either way nothing is signed.</summary>
    public static LintVerdict Lint(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return LintedDocument.Check(draft);
    }

    internal static List<LintFinding> Find(DocumentForm form, JsonElement root)
    {
        var input = new LintInput(form, root);
        var (ofLeaves, others) = RulesOf[form.Family];
        var findings = ofLeaves.Find(input);
        foreach (var rule in others)
        {
            findings.AddRange(rule.Find(input));
        }

        return findings.Count < 2 ? findings : [.. findings.OrderBy(finding => finding.Id, StringComparer.Ordinal)];
    }
}
