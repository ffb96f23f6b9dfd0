using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>An issuer with one published achievement and an API key, written as rows before a service starts.</summary>
internal sealed record Seed(string IssuerId, string AchievementId, string ApiKey, string Slug = "")
{
    public static DateTimeOffset Day { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static AchievementContent Achievement { get; } = new()
    {
        Name = Text("Restorative interviewing", "Interviu restaurativ"),
        Description = Text("Leads a restorative interview in custody.", "Conduce un interviu restaurativ în detenție."),
        Criteria = Text("Two interviews, assessed against the rubric.", "Două interviuri, evaluate după grilă."),
        Type = "MicroCredential",
        Outcomes = [new LearningOutcome(Text("interview people", "intervievează oameni"), new Uri("http://data.europa.eu/esco/skill/8c1a5b4b-5a4a-4a43-9f2b-5a4a8c1a5b4b"))],
        EqfLevel = 4,
        Workload = "PT40H",
        Mode = new Uri("http://data.europa.eu/snb/learning-assessment/729f3bed4b"),
        AssessmentType = new Uri("http://data.europa.eu/snb/assessment/6a4db9f11d"),
        QualityAssurance = new Uri("http://data.europa.eu/snb/accreditation/bb4618238e"),
        ResultDescriptions = [new ResultDescription { Id = "score", Name = Text("Score", "Punctaj"), ResultType = "Percent", ValueMin = "0", ValueMax = "100" }],
    };

    public static async Task<Seed> AddAsync(TestDatabase database, string slug = "cove-ro")
    {
        await using var db = database.Open();
        var issuer = new Issuer
        {
            Id = RandomId.New(), Slug = slug, Name = Text("Centre of Vocational Excellence", "Centru de excelență"), CountryCode = "RO", PrimaryLanguage = "en",
            Url = new Uri("https://cove.example"), Email = "office@cove.example",
        };
        db.Issuers.Add(new() { Id = issuer.Id, Slug = slug, Profile = StoredJson.Write(issuer), CreatedAt = Day });
        var achievementId = RandomId.New();
        db.Achievements.Add(new()
        {
            Id = achievementId, IssuerId = issuer.Id, State = AchievementState.Published, LatestVersion = 1, PublishedVersion = 1, Revision = 2, CreatedAt = Day, UpdatedAt = Day,
        });
        db.AchievementVersions.Add(new() { AchievementId = achievementId, Number = 1, Content = StoredJson.Write(Achievement), CreatedAt = Day, PublishedAt = Day });
        var key = ApiKeyToken.Create();
        db.ApiKeys.Add(new() { Id = key.Id, IssuerId = issuer.Id, Name = "tests", Hash = key.Hash, Scopes = string.Join(' ', Scope.OfIssuer), CreatedAt = Day });
        await db.SaveChangesAsync();
        return new Seed(issuer.Id, achievementId, key.Text, slug);
    }

    private static LanguageMap Text(string english, string romanian) => new([new("en", english), new("ro", romanian)]);
}
