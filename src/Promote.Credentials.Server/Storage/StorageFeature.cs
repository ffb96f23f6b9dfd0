using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Audit;
using Promote.Credentials.Server.Storage.Encryption;

namespace Promote.Credentials.Server.Storage;

/// <summary>The database: SQLite by default, PostgreSQL where a connection string says so.</summary>
internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseSettings database, PromoteSettings settings, IHostEnvironment environment)
    {
        if (!database.IsPostgres)
        {
            Directory.CreateDirectory(settings.DataDirectory);
        }

        services.AddDbContextPool<CredentialsDb>(options => Configure(options, database));
        services.AddScoped<Migrator>();
        services.AddScoped<StoredCredentials>();
        services.AddScoped<LinkedPictures>();
        services.AddSingleton<AuditHeadFile>();
        services.AddScoped<AuditChain>();
        services.AddScoped<VerifyAuditChain>();
        services.AddHostedService<MigrateAtStart>();
        services.AddSingleton(MasterKeys.From(settings, environment));
        services.AddSingleton<LearnerVault>();
        services.AddScoped<KnownLearners>();
        services.AddScoped<LearnerFiles>();
        services.AddSingleton<KeyRing>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyRing>());
        return services;
    }

    internal static void Configure(DbContextOptionsBuilder options, DatabaseSettings database)
    {
        // Whoever asked handles a failure or logs it once; a lost race, which issuing expects, is not an error at all.
        options.ConfigureWarnings(warnings => warnings.Ignore(
            CoreEventId.SaveChangesFailed, CoreEventId.OptimisticConcurrencyException, CoreEventId.QueryIterationFailed, RelationalEventId.CommandError));
        if (database.IsPostgres)
        {
            options.UseNpgsql(PostgresConnection.StringOf(database.ConnectionString));
        }
        else
        {
            options.UseSqlite(database.ConnectionString).AddInterceptors(new SqliteConnectionSettings());
        }
    }
}
