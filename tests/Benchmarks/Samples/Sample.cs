using System.Buffers.Text;
using System.Security.Cryptography;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Demo;

namespace Promote.Credentials.Benchmarks.Samples;

/// <summary>The award that everything here is measured with: its signed Open Badges 3.0 document has 4 KB.</summary>
internal static class Sample
{
    private static readonly PublicUrls Urls = new(new Uri("https://credentials.promote.example"));

    internal static SigningKey Key { get; } = KeyOf("issuer-key");

    /// <summary>A key that no issuer of the service has.</summary>
    internal static SigningKey NextKey { get; } = KeyOf("issuer-next-key");

    internal static SigningKey P256Key { get; } = KeyOf("issuer-p256-key");

    internal static SigningKey RsaKey { get; } = KeyOf("issuer-rsa-key");

    internal static string IssuerDid { get; } = DidKey.For(Key.PublicKey);

    internal static AwardProposal Proposal { get; } = new()
    {
        Learner = new() { GivenName = "Ioana", FamilyName = "Popescu", Email = "ioana@prison.example", Language = "en" },
        AwardedOn = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero),
        Activity = new(new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 15, 0, 0, 0, TimeSpan.Zero)),
        Results = [new("exam", "92"), new("interview", "Proficient")],
        Evidence = [new("Case file", new Uri("https://evidence.example/17"), "Two interviews with persons under supervision, each assessed against the rubric.")],
        Narrative = "Led both interviews alone and wrote the supervision plan that followed from them.",
        Formats = ["ob3"],
    };

    /// <summary>The request that a line of a batch makes, see <see cref="Modes.Cohort"/>.</summary>
    internal static AwardProposal Line { get; } = Proposal with { Activity = null, Results = [new(DemoContent.Achievement.ResultDescriptions[0].Id, "92")], Narrative = "Led both interviews alone." };

    /// <summary>A new document of an award, from nothing but the request, as the service makes it.</summary>
    /// <param name="proposal">The request.</param>
    /// <param name="form">In which form.</param>
    /// <param name="seal">What seals it, where the form is sealed.</param>
    internal static Draft Write(AwardProposal proposal, string form = FormatList.OpenBadges3, SealKey? seal = null) => Write(proposal, Issuer, Achievement, form, seal);

    /// <summary>A document that such a line becomes: of the achievement of the demonstration, in its two languages.</summary>
    internal static Draft WriteLine(string form, SealKey? seal = null) => Write(Line with { Formats = [form] }, DemoContent.Issuer("issuer"), new("demo", 1, DemoContent.Achievement), form, seal);

    private static Draft Write(AwardProposal proposal, Issuer issuer, AchievementVersion achievement, string form, SealKey? seal)
    {
        var award = Award.Decide(proposal, issuer, achievement, FormatList.Names, TimeProvider.System.GetUtcNow());
        var ids = new CredentialIds
        {
            Urls = Urls,
            PublicId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            IssuerDid = IssuerDid,
            Status = new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), RandomNumberGenerator.GetInt32(131_072)),
            Salt = IdentityHash.NewSalt(),
            SubjectId = UrnUuid.New(),
            AssertionId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            SignedAssertionId = UrnUuid.New(),
            EuropassId = CredentialIds.NewEuropassId(),
            SealOwnerId = CredentialIds.NewSealOwnerId(),
            Seal = seal?.Subject,
            IsTest = seal?.IsDevelopment ?? false,
        };
        return FormatList.TryGet(form, out var format) && award.Granted
            ? format.Write(award.Value, ids)
            : throw new InvalidOperationException(string.Join(' ', award.Refusals));
    }

    /// <summary>The only way to a signature: through the linter.</summary>
    internal static LintedDocument Lint(Draft draft)
    {
        var verdict = Linter.Lint(draft);
        return verdict.Document ?? throw new InvalidOperationException(string.Join(' ', verdict.Findings));
    }

    internal static SignedDocument Sign(LintedDocument linted) => Sign(linted, Key);

    internal static SignedDocument Sign(LintedDocument linted, SigningKey key) => linted.Sign(key, new ProofOptions
    {
        VerificationMethod = $"{IssuerDid}#{key.PublicKey.Multikey}",
        Created = TimeProvider.System.GetUtcNow(),
    });

    /// <summary>The bytes of a new signed document.</summary>
    internal static ReadOnlyMemory<byte> Signed() => Sign(Lint(Write(Proposal))).Utf8;

    private static DevelopmentKey KeyOf(string name) => DevelopmentKey.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "keys-dev", $"{name}.json")));

    private static Issuer Issuer { get; } = new()
    {
        Id = "issuer",
        Slug = "cove-romania",
        Name = English("Centre of Vocational Excellence, Romania"),
        Description = English("Trains people who work with convicted persons, in custody and in the community."),
        Url = new Uri("https://cove.example"),
        Email = "office@cove.example",
        CountryCode = "RO",
        PrimaryLanguage = "en",
    };

    private static AchievementVersion Achievement { get; } = new("dynamic-security", 1, new()
    {
        Name = English("Dynamic security in a prison wing"),
        Description = English("Keeps a wing safe through relations, presence and knowledge of the people in it."),
        Criteria = English("A written examination, and two interviews that two assessors judge against the rubric."),
        Type = "MicroCredential",
        Outcomes =
        [
            new(English("correctional procedures"), new Uri("http://data.europa.eu/esco/skill/d4a0744a-508b-4a5e-97a5-ad1fc7f55e6e")),
            new(English("apply conflict management"), new Uri("http://data.europa.eu/esco/skill/0ee94af1-b445-4973-9c3f-459fab250342")),
        ],
        EqfLevel = 4,
        Credits = new(2),
        Workload = "PT60H",
        Mode = new Uri("http://data.europa.eu/snb/learning-assessment/729f3bed4b"),
        AssessmentType = new Uri("http://data.europa.eu/snb/assessment/6e6cb2cc78"),
        QualityAssurance = new Uri("http://data.europa.eu/snb/accreditation/bb4618238e"),
        ResultDescriptions =
        [
            new() { Id = "exam", Name = English("Written examination"), ResultType = "Percent", ValueMin = "0", ValueMax = "100", RequiredValue = "60" },
            new() { Id = "interview", Name = English("Assessed interviews"), ResultType = "PerformanceLevel", AllowedValues = ["Developing", "Proficient", "Expert"], RequiredValue = "Proficient" },
        ],
        Validity = new(5, 0, 0, null),
    });

    private static LanguageMap English(string text) => new([new("en", text)]);
}
