using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Settings;
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
        services.AddHostedService<MigrateAtStart>();
        services.AddSingleton(MasterKeys.From(settings, environment));
        services.AddSingleton<LearnerVault>();
        services.AddSingleton<KeyRing>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyRing>());
        return services;
    }

    internal static void Configure(DbContextOptionsBuilder options, DatabaseSettings database)
    {
        if (database.IsPostgres)
        {
            options.UseNpgsql(database.ConnectionString);
        }
        else
        {
            options.UseSqlite(database.ConnectionString).AddInterceptors(new SqliteBusyTimeout());
        }
    }
}
