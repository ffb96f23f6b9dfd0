using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage;

/// <summary>The store, on SQLite or PostgreSQL. The tables come from the numbered files in Migrations; a test compares both.</summary>
internal sealed class CredentialsDb(DbContextOptions<CredentialsDb> options) : DbContext(options)
{
    public DbSet<IssuerRow> Issuers => Set<IssuerRow>();

    public DbSet<IssuerKeyRow> IssuerKeys => Set<IssuerKeyRow>();

    public DbSet<AchievementRow> Achievements => Set<AchievementRow>();

    public DbSet<AchievementVersionRow> AchievementVersions => Set<AchievementVersionRow>();

    public DbSet<LearnerRow> Learners => Set<LearnerRow>();

    public DbSet<LearnerLookupRow> LearnerLookups => Set<LearnerLookupRow>();

    public DbSet<AwardRow> Awards => Set<AwardRow>();

    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();

    public DbSet<AssessmentFileRow> AssessmentFiles => Set<AssessmentFileRow>();

    public DbSet<AssessmentFilePartRow> AssessmentFileParts => Set<AssessmentFilePartRow>();

    public DbSet<CredentialRow> Credentials => Set<CredentialRow>();

    public DbSet<PlatformCredentialRow> PlatformCredentials => Set<PlatformCredentialRow>();

    public DbSet<StatusListRow> StatusLists => Set<StatusListRow>();

    public DbSet<StatusSliceRow> StatusSlices => Set<StatusSliceRow>();

    public DbSet<IdempotencyKeyRow> IdempotencyKeys => Set<IdempotencyKeyRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<ShareLinkRow> ShareLinks => Set<ShareLinkRow>();

    public DbSet<WrappedKeyRow> WrappedKeys => Set<WrappedKeyRow>();

    public DbSet<PictureRow> Pictures => Set<PictureRow>();

    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();

    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    public DbSet<EscoConceptRow> EscoConcepts => Set<EscoConceptRow>();

    public DbSet<EscoLabelRow> EscoLabels => Set<EscoLabelRow>();

    public DbSet<EscoTermRow> EscoTerms => Set<EscoTermRow>();

    public DbSet<EscoRelationRow> EscoRelations => Set<EscoRelationRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<PersonIdentifierRow> PersonIdentifiers => Set<PersonIdentifierRow>();

    public DbSet<PasskeyRow> Passkeys => Set<PasskeyRow>();

    public DbSet<PasskeyChallengeRow> PasskeyChallenges => Set<PasskeyChallengeRow>();

    public DbSet<AccreditationRow> Accreditations => Set<AccreditationRow>();

    public DbSet<BatchRow> Batches => Set<BatchRow>();

    public DbSet<BatchLineRow> BatchLines => Set<BatchLineRow>();

    public DbSet<BatchMailRow> BatchMails => Set<BatchMailRow>();

    public DbSet<ProfileRow> Profiles => Set<ProfileRow>();

    public DbSet<PathwayRow> Pathways => Set<PathwayRow>();

    public DbSet<PathwayAchievementRow> PathwayAchievements => Set<PathwayAchievementRow>();

    public DbSet<PathwayCompletionRow> PathwayCompletions => Set<PathwayCompletionRow>();

    // Every index is named in a row class: an index nobody asked for makes each insert dearer.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Owned<IssuerKeyRow, IssuerRow>(modelBuilder, nameof(IssuerKeyRow.IssuerId));
        Owned<AchievementRow, IssuerRow>(modelBuilder, nameof(AchievementRow.IssuerId));
        Owned<AchievementVersionRow, AchievementRow>(modelBuilder, nameof(AchievementVersionRow.AchievementId));
        Owned<LearnerRow, IssuerRow>(modelBuilder, nameof(LearnerRow.IssuerId));
        Owned<LearnerRow, LearnerRow>(modelBuilder, nameof(LearnerRow.MergedInto));
        Owned<LearnerLookupRow, LearnerRow>(modelBuilder, nameof(LearnerLookupRow.LearnerId));
        Owned<AwardRow, IssuerRow>(modelBuilder, nameof(AwardRow.IssuerId));
        Owned<AwardRow, AchievementVersionRow>(modelBuilder, nameof(AwardRow.AchievementId), nameof(AwardRow.AchievementVersion));
        Owned<AwardRow, LearnerRow>(modelBuilder, nameof(AwardRow.LearnerId));
        Owned<AwardRow, AwardRow>(modelBuilder, nameof(AwardRow.ReplacesAwardId));
        Owned<AwardRow, AwardRow>(modelBuilder, nameof(AwardRow.ReplacedByAwardId));
        Owned<AwardRow, AwardRow>(modelBuilder, nameof(AwardRow.RenewsAwardId));
        Owned<AwardRow, AwardRow>(modelBuilder, nameof(AwardRow.RenewedByAwardId));
        Owned<AwardRow, AssessmentRow>(modelBuilder, nameof(AwardRow.AssessmentId));
        Owned<AssessmentRow, IssuerRow>(modelBuilder, nameof(AssessmentRow.IssuerId));
        Owned<AssessmentRow, AchievementVersionRow>(modelBuilder, nameof(AssessmentRow.AchievementId), nameof(AssessmentRow.AchievementVersion));
        Owned<AssessmentRow, LearnerRow>(modelBuilder, nameof(AssessmentRow.LearnerId));
        Owned<AssessmentFileRow, AssessmentRow>(modelBuilder, nameof(AssessmentFileRow.AssessmentId));
        Owned<CredentialRow, AwardRow>(modelBuilder, nameof(CredentialRow.AwardId));
        Owned<CredentialRow, IssuerKeyRow>(modelBuilder, nameof(CredentialRow.KeyId));
        Owned<CredentialRow, StatusListRow>(modelBuilder, nameof(CredentialRow.StatusListId));
        Owned<PlatformCredentialRow, IssuerRow>(modelBuilder, nameof(PlatformCredentialRow.IssuerId));
        Owned<PlatformCredentialRow, IssuerKeyRow>(modelBuilder, nameof(PlatformCredentialRow.KeyId));
        Owned<PlatformCredentialRow, StatusListRow>(modelBuilder, nameof(PlatformCredentialRow.RevocationListId));
        Owned<PlatformCredentialRow, StatusListRow>(modelBuilder, nameof(PlatformCredentialRow.SuspensionListId));
        Owned<StatusListRow, IssuerRow>(modelBuilder, nameof(StatusListRow.IssuerId));
        Owned<StatusSliceRow, StatusListRow>(modelBuilder, nameof(StatusSliceRow.ListId));
        Owned<IdempotencyKeyRow, IssuerRow>(modelBuilder, nameof(IdempotencyKeyRow.IssuerId));
        Owned<IdempotencyKeyRow, AwardRow>(modelBuilder, nameof(IdempotencyKeyRow.AwardId));
        Owned<DeliveryRow, AwardRow>(modelBuilder, nameof(DeliveryRow.AwardId));
        Owned<ApiKeyRow, IssuerRow>(modelBuilder, nameof(ApiKeyRow.IssuerId));
        Owned<PictureRow, IssuerRow>(modelBuilder, nameof(PictureRow.IssuerId));
        Owned<ShareLinkRow, AwardRow>(modelBuilder, nameof(ShareLinkRow.AwardId));
        Owned<WebhookRow, IssuerRow>(modelBuilder, nameof(WebhookRow.IssuerId));
        Owned<MembershipRow, PersonRow>(modelBuilder, nameof(MembershipRow.PersonId));
        Owned<MembershipRow, IssuerRow>(modelBuilder, nameof(MembershipRow.IssuerId));
        Owned<AccreditationRow, IssuerRow>(modelBuilder, nameof(AccreditationRow.IssuerId));
        Owned<AccreditationRow, IssuerRow>(modelBuilder, nameof(AccreditationRow.MemberId));
        Owned<BatchRow, IssuerRow>(modelBuilder, nameof(BatchRow.IssuerId));
        Owned<BatchRow, AchievementRow>(modelBuilder, nameof(BatchRow.AchievementId));
        Owned<BatchLineRow, BatchRow>(modelBuilder, nameof(BatchLineRow.BatchId));
        Owned<BatchLineRow, AwardRow>(modelBuilder, nameof(BatchLineRow.AwardId));
        Owned<BatchLineRow, AwardRow>(modelBuilder, nameof(BatchLineRow.ChangesAwardId));
        Owned<BatchMailRow, BatchRow>(modelBuilder, nameof(BatchMailRow.BatchId));
        Owned<ProfileRow, IssuerRow>(modelBuilder, nameof(ProfileRow.IssuerId));
        Owned<PathwayRow, IssuerRow>(modelBuilder, nameof(PathwayRow.IssuerId));
        Owned<PathwayAchievementRow, AchievementRow>(modelBuilder, nameof(PathwayAchievementRow.AchievementId));
        Owned<PathwayAchievementRow, PathwayRow>(modelBuilder, nameof(PathwayAchievementRow.PathwayId));
        Owned<PathwayCompletionRow, PathwayRow>(modelBuilder, nameof(PathwayCompletionRow.PathwayId));
        Owned<PathwayCompletionRow, LearnerRow>(modelBuilder, nameof(PathwayCompletionRow.LearnerId));
        Owned<PathwayCompletionRow, AwardRow>(modelBuilder, nameof(PathwayCompletionRow.CompletedBy));
        Owned<PathwayCompletionRow, AwardRow>(modelBuilder, nameof(PathwayCompletionRow.AwardId));
        Owned<PersonIdentifierRow, PersonRow>(modelBuilder, nameof(PersonIdentifierRow.PersonId));
        Owned<PersonIdentifierRow, IssuerRow>(modelBuilder, nameof(PersonIdentifierRow.IssuerId));
        Owned<PasskeyRow, PersonRow>(modelBuilder, nameof(PasskeyRow.PersonId));
        Owned<SessionRow, PersonRow>(modelBuilder, nameof(SessionRow.PersonId));
        Owned<SessionRow, IssuerRow>(modelBuilder, nameof(SessionRow.IssuerId));

        // The parts of a file go with it.
        modelBuilder.Entity<AssessmentFilePartRow>().HasOne<AssessmentFileRow>().WithMany().HasForeignKey(row => row.FileId).OnDelete(DeleteBehavior.Cascade);

        // A message that is written while its webhook is deleted goes with it.
        modelBuilder.Entity<WebhookDeliveryRow>().HasOne<WebhookRow>().WithMany().HasForeignKey(row => row.WebhookId).OnDelete(DeleteBehavior.Cascade);

        modelBuilder.Entity<IssuerKeyRow>().HasIndex(row => new { row.IssuerId, row.Algorithm }).IsUnique().HasFilter("state = 'active'");
        modelBuilder.Entity<AwardRow>().HasIndex(row => new { row.IssuerId, row.RevokedAt }).HasFilter("revoked_at IS NOT NULL");

        // What a status list has to say, among all that was awarded.
        modelBuilder.Entity<AwardRow>().HasIndex(row => row.IssuerId).HasFilter("revoked_at IS NOT NULL OR suspended_at IS NOT NULL");
        modelBuilder.Entity<AwardRow>().HasIndex(row => row.ValidUntil).HasFilter("valid_until IS NOT NULL");

        modelBuilder.Entity<AwardRow>().HasIndex(row => new { row.ExpiredAt, row.ValidUntil }).HasFilter("expired_at IS NULL AND revoked_at IS NULL AND valid_until IS NOT NULL");

        modelBuilder.Entity<AssessmentRow>().HasIndex(row => row.UpdatedAt).HasFilter("state = 'confirmed' AND awarded_at IS NULL");

        modelBuilder.Entity<LearnerRow>().HasIndex(row => row.MergedInto).HasFilter("merged_into IS NOT NULL");

        modelBuilder.Entity<PathwayCompletionRow>().HasIndex(row => row.CreatedAt).HasFilter("award_id IS NULL");

        // What waits to be done is a handful of rows among millions.
        modelBuilder.Entity<AssessmentFileRow>().HasIndex(row => row.CreatedAt).HasFilter("completed_at IS NULL");
        modelBuilder.Entity<BatchRow>().HasIndex(row => row.CreatedAt).HasFilter("state IN ('queued', 'validating', 'running', 'paused')");
        modelBuilder.Entity<BatchLineRow>().HasIndex(row => row.AwardId).HasFilter("state = 'promised'");
        modelBuilder.Entity<AuditRow>().HasIndex(row => row.Id).HasFilter("sequence IS NULL");
        modelBuilder.Entity<AwardRow>().HasIndex(row => row.Id).HasFilter("state = 'intended'");
        modelBuilder.Entity<PlatformCredentialRow>().HasIndex(row => row.CreatedAt).HasFilter("state = 'intended'");
        modelBuilder.Entity<OutboxRow>().HasIndex(row => row.CreatedAt).HasFilter("done_at IS NULL");
        modelBuilder.Entity<DeliveryRow>().HasIndex(row => row.NextAttemptAt).HasFilter("state = 'pending'");
        modelBuilder.Entity<BatchMailRow>().HasIndex(row => row.NextAttemptAt).HasFilter("state = 'pending'");
        modelBuilder.Entity<WebhookDeliveryRow>().HasIndex(row => new { row.WebhookId, row.NextAttemptAt }).HasFilter("state = 'pending'");

        if (!Database.IsSqlite())
        {
            CompareBytes(modelBuilder);
        }

        ColumnConventions.Apply(modelBuilder, Database.IsSqlite());
    }

    // As SQLite does by itself: a search for what begins with a text is one range of an index only when bytes are compared.
    private static void CompareBytes(ModelBuilder modelBuilder)
    {
        const string bytes = "C";
        modelBuilder.Entity<EscoConceptRow>().Property(row => row.Uri).UseCollation(bytes);
        modelBuilder.Entity<EscoLabelRow>().Property(row => row.Uri).UseCollation(bytes);
        modelBuilder.Entity<EscoTermRow>().Property(row => row.Term).UseCollation(bytes);
        modelBuilder.Entity<EscoTermRow>().Property(row => row.Uri).UseCollation(bytes);
        modelBuilder.Entity<EscoRelationRow>().Property(row => row.Occupation).UseCollation(bytes);
        modelBuilder.Entity<EscoRelationRow>().Property(row => row.Skill).UseCollation(bytes);
    }

    private static void Owned<TRow, TOwner>(ModelBuilder modelBuilder, params string[] foreignKey)
        where TRow : class
        where TOwner : class =>
        modelBuilder.Entity<TRow>().HasOne<TOwner>().WithMany().HasForeignKey(foreignKey).OnDelete(DeleteBehavior.NoAction);
}
