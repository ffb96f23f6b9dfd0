using System.Globalization;
using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Formats;

/// <summary>An award read from <c>tests/golden/open-badges-3/*.input.json</c>, whose parts have the members of the API's requests.</summary>
internal sealed class GoldenInput
{
    private readonly JsonElement root;

    private GoldenInput(JsonElement root) => this.root = root;

    public static GoldenInput Read(string name) =>
        new(StrictJson.Parse(Golden.Read($"open-badges-3/{name}.input.json")).RootElement);

    public DateTimeOffset IssuedAt => Instant(root, "issuedAt")!.Value;

    public CredentialIds Ids
    {
        get
        {
            var ids = root.GetProperty("ids");
            return new CredentialIds
            {
                Urls = new PublicUrls(Link(ids, "publicBaseUrl")!),
                PublicId = Text(ids, "publicId")!,
                IssuerDid = Text(ids, "issuerDid")!,
                Status = new StatusPlace("Wc4mJ9tQx0uKzV2bL7nYrA", 94_567),
                Salt = Text(ids, "salt")!,
                SubjectId = Text(ids, "subjectId")!,
                AssertionId = Text(ids, "assertionId")!,
                SignedAssertionId = Text(ids, "signedAssertionId")!,
                EuropassId = Text(ids, "europassId") ?? "urn:credential:3f0b5c1e-7d2a-4c11-9a42-0c8d2e1b7f35",
                SealOwnerId = Text(ids, "sealOwnerId") ?? "urn:epass:org:15b6f0c52-1f0e-4a57-8d2c-6a0b4d9e7c11",
                Seal = new SealSubject("RO", "PROMOTE TEST", "VATRO-00000000", "TEST seal"),
                IsTest = true,
                KeyUrl = Text(ids, "keyUrl"),
            };
        }
    }

    public Issuer Issuer
    {
        get
        {
            var issuer = root.GetProperty("issuer");
            return new Issuer
            {
                Id = "not used",
                Slug = Text(issuer, "slug")!,
                Name = Texts(issuer, "name")!,
                Description = Texts(issuer, "description"),
                Url = Link(issuer, "url"),
                Image = Link(issuer, "image"),
                Email = Text(issuer, "email"),
                CountryCode = Text(issuer, "country")!,
                PrimaryLanguage = Text(issuer, "language")!,
            };
        }
    }

    public AchievementVersion Achievement
    {
        get
        {
            var achievement = root.GetProperty("achievement");
            return new AchievementVersion(Text(achievement, "id")!, achievement.GetProperty("version").GetInt32(), Content(achievement));
        }
    }

    public AwardProposal Proposal
    {
        get
        {
            var award = root.GetProperty("award");
            var learner = award.GetProperty("learner");
            return new AwardProposal
            {
                Learner = new Learner
                {
                    GivenName = Text(learner, "givenName")!,
                    FamilyName = Text(learner, "familyName")!,
                    Email = Text(learner, "email"),
                    Identifier = Text(learner, "identifier"),
                    Language = Text(learner, "language"),
                    DateOfBirth = Text(learner, "dateOfBirth") is { } birth ? DateOnly.Parse(birth, CultureInfo.InvariantCulture) : null,
                },
                AwardedOn = Instant(award, "awardedOn")!.Value,
                ValidUntil = Instant(award, "validUntil"),
                Activity = award.TryGetProperty("activity", out var activity) ? new Activity(Instant(activity, "from"), Instant(activity, "to")) : null,
                Results = [.. Items(award, "results").Select(result => new Result(Text(result, "resultDescription")!, Text(result, "value")!))],
                Evidence = [.. Items(award, "evidence").Select(item => new Evidence(Text(item, "name"), Link(item, "url"), Text(item, "narrative")))],
                Narrative = Text(award, "narrative"),
                Formats = [.. Items(award, "formats").Select(format => format.GetString()!)],
            };
        }
    }

    /// <summary>The award; fails with the refusals when the domain's rules take the input no longer.</summary>
    public Award Award
    {
        get
        {
            Assert.Empty(IssuerRules.Check(Issuer));
            Assert.Empty(AchievementRules.Check(Achievement.Content, Issuer.PrimaryLanguage));
            var decision = Award.Decide(Proposal, Issuer, Achievement, FormatList.Names, IssuedAt);
            Assert.Empty(decision.Refusals);
            return decision.Value!;
        }
    }

    private static AchievementContent Content(JsonElement achievement) => new()
    {
        Name = Texts(achievement, "name")!,
        Description = Texts(achievement, "description")!,
        Criteria = Texts(achievement, "criteria")!,
        Type = Text(achievement, "type")!,
        Image = Link(achievement, "image"),
        Outcomes = [.. Items(achievement, "outcomes").Select(outcome => new LearningOutcome(Texts(outcome, "title")!, Link(outcome, "esco"), Link(outcome, "type"), Link(outcome, "reusability")))],
        ThematicArea = Link(achievement, "thematicArea"),
        LearningOpportunityType = Link(achievement, "opportunityType"),
        Activities = [.. Items(achievement, "activities").Select(Activity)],
        EntryRequirement = Texts(achievement, "entryRequirement"),
        Occupation = Link(achievement, "occupation"),
        EqfLevel = achievement.TryGetProperty("eqfLevel", out var level) ? level.GetInt32() : null,
        Credits = achievement.TryGetProperty("credits", out var credits) ? new Credits(decimal.Parse(Text(credits, "ects")!, CultureInfo.InvariantCulture)) : null,
        Workload = Text(achievement, "workload"),
        Mode = Link(achievement, "mode"),
        AssessmentType = Link(achievement, "assessmentType"),
        Supervision = Link(achievement, "supervision"),
        Participation = Link(achievement, "participation"),
        QualityAssurance = Link(achievement, "qualityAssurance"),
        Entitlement = achievement.TryGetProperty("entitlement", out var entitlement)
            ? new Entitlement { Title = Texts(entitlement, "title")!, Type = Link(entitlement, "type")!, Status = Link(entitlement, "status")! }
            : null,
        ResultDescriptions = [.. Items(achievement, "resultDescriptions").Select(Description)],
        Validity = Text(achievement, "validity") is { } validity && Validity.TryParse(validity, out var parsed) ? parsed : null,
        Policy = achievement.TryGetProperty("policy", out var policy)
            ? new AwardPolicy { EvidenceRequired = policy.GetProperty("evidenceRequired").GetBoolean(), ResultsRequired = policy.GetProperty("resultsRequired").GetBoolean() }
            : new AwardPolicy(),
    };

    private static LearningActivity Activity(JsonElement activity) => new()
    {
        Title = Texts(activity, "title")!,
        Type = Link(activity, "type"),
        Mode = Link(activity, "mode"),
        Workload = Text(activity, "workload"),
    };

    private static ResultDescription Description(JsonElement description) => new()
    {
        Id = Text(description, "id")!,
        Name = Texts(description, "name")!,
        ResultType = Text(description, "resultType")!,
        AllowedValues = [.. Items(description, "allowedValues").Select(value => value.GetString()!)],
        ValueMin = Text(description, "valueMin"),
        ValueMax = Text(description, "valueMax"),
        RequiredValue = Text(description, "requiredValue"),
    };

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static Uri? Link(JsonElement owner, string name) => Text(owner, name) is { } link ? new Uri(link) : null;

    private static DateTimeOffset? Instant(JsonElement owner, string name) =>
        Text(owner, name) is { } instant ? DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static LanguageMap? Texts(JsonElement owner, string name) => owner.TryGetProperty(name, out var texts)
        ? new LanguageMap(texts.EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString()!)))
        : null;
}
