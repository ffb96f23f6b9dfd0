using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Tests.Domain;

/// <summary>Things that no rule stands against, to be changed by a test.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 15, 250, TimeSpan.Zero);

    public static Issuer Centre { get; } = new()
    {
        Id = "issuer",
        Slug = "cove-romania",
        Name = Texts(("ro", "Centru"), ("en", "Centre")),
        CountryCode = "RO",
        PrimaryLanguage = "ro",
    };

    public static AchievementContent Content { get; } = new()
    {
        Name = Texts(("ro", "Nume"), ("en", "Name")),
        Description = Texts(("ro", "Descriere")),
        Criteria = Texts(("ro", "Criterii\n\n- unu")),
        Type = "MicroCredential",
        Outcomes = [new(Texts(("ro", "Face")), null)],
        EqfLevel = 4,
        Workload = "PT60H",
        Mode = Concept("learning-assessment/e92d221e4d"),
        AssessmentType = Concept("assessment/6a4db9f11d"),
        QualityAssurance = Concept("accreditation/bb4618238e"),
        ResultDescriptions =
        [
            new() { Id = "score", Name = Texts(("ro", "Scor")), ResultType = "Percent", ValueMin = "0", ValueMax = "100", RequiredValue = "60" },
            new() { Id = "level", Name = Texts(("ro", "Nivel")), ResultType = "RubricCriterionLevel", AllowedValues = ["low", "mid", "high"], RequiredValue = "mid" },
            new() { Id = "status", Name = Texts(("ro", "Stare")), ResultType = "Status" },
        ],
    };

    public static AwardProposal Proposal { get; } = new()
    {
        Learner = new Learner { GivenName = "Ana", FamilyName = "Popescu", Email = "ana@example.org" },
        AwardedOn = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
        Formats = ["ob3"],
    };

    public static LanguageMap Texts(params (string Language, string Text)[] texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Language, text.Text)));

    /// <summary>The URI of a concept of a Europass list.</summary>
    public static Uri Concept(string listAndId) => new("http://data.europa.eu/snb/" + listAndId);

    public static Decision<Award> Decide(AwardProposal proposal, AchievementContent? content = null) =>
        Award.Decide(proposal, Centre, new AchievementVersion("achievement", 1, content ?? Content), ["ob3", "europass"], Now);

    /// <summary>The refusals as "code pointer".</summary>
    public static IEnumerable<string> Lines(IEnumerable<Refusal> refusals) => [.. refusals.Select(refusal => $"{refusal.Code} {refusal.Pointer}")];
}
