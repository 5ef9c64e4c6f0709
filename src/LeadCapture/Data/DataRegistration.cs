using LeadCapture.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace LeadCapture.Data;

public static class DataRegistration
{
    public static void AddStore(this IServiceCollection services, StoreOptions options, ProtectionOptions sealing)
    {
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        // Asked for before the store can be opened: whoever starts the program says what is wrong with that.
        services.AddSingleton(provider => new Lazy<Store>(provider.GetRequiredService<Store>)).AddSingleton<StoreClock>();
        services.TryAddSingleton<TimeProvider>(provider => provider.GetRequiredService<StoreClock>());
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContext());
        services.AddSingleton<Schema>().AddSingleton<StoreMark>().AddSingleton<KeyRingSeal>().AddSingleton<RingKeys>();
        services.AddSingleton<Heart>().AddHostedService(provider => provider.GetRequiredService<Heart>());
        var protection = services.AddDataProtection().SetApplicationName("LeadCapture");
        if (sealing.Certificate is { } certificate)
            protection.ProtectKeysWithCertificate(certificate);
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            services.AddPostgreSql(options);
            services.AddOptions<KeyManagementOptions>().Configure<Store>((keys, shared) => keys.XmlRepository = new SharedKeyRing(shared));
        }
        else
        {
            services.AddSqlite(options);
            protection.PersistKeysToFileSystem(new DirectoryInfo(KeyRingSeal.FolderOf(options)));
        }
    }

    private static void AddSqlite(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(_ => FolderLock.Take(options.DataDirectory));
        services.AddSingleton<SqliteFile>().AddSingleton<SqliteWriter>();
        services.AddSingleton<Store>(provider =>
            new SqliteStore(provider.GetRequiredService<SqliteWriter>(), provider.GetRequiredService<SqliteFile>()));
        services.AddPooledDbContextFactory<SqliteLeadDb>((provider, db) =>
        {
            var file = provider.GetRequiredService<SqliteFile>();
            db.UseSqlite(file.ConnectionString).AddInterceptors(new BulkWrites(), new SqliteFileCheck(file));
        });
        services.AddSingleton<IDbContextFactory<LeadDb>, Factory<SqliteLeadDb>>();
    }

    private static void AddPostgreSql(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(options.ConnectionString));
        services.AddSingleton<Store>(_ => new PostgreSqlStore(options.ConnectionString));
        services.AddPooledDbContextFactory<PostgreSqlLeadDb>((provider, db) =>
        {
            var source = provider.GetRequiredService<NpgsqlDataSource>();
            db.UseNpgsql(source).AddInterceptors(new AliveConnections(source));
        });
        services.AddSingleton<IDbContextFactory<LeadDb>, Factory<PostgreSqlLeadDb>>();
    }

    /// Features ask for a LeadDb and do not know which database it is.
    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<LeadDb> where T : LeadDb
    {
        public LeadDb CreateDbContext() => inner.CreateDbContext();
    }
}
