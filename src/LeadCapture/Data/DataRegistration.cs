using LeadCapture.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeadCapture.Data;

public static class DataRegistration
{
    public static void AddStore(this IServiceCollection services, StoreOptions options, ProtectionOptions sealing)
    {
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContext());
        services.AddSingleton<Schema>().AddSingleton<KeyRingSeal>();
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
        services.AddSingleton(_ => new SqliteWriter(options.ConnectionString));
        services.AddSingleton<Store>(provider =>
            new SqliteStore(provider.GetRequiredService<SqliteWriter>(), options.ConnectionString));
        services.AddPooledDbContextFactory<SqliteLeadDb>(db =>
            db.UseSqlite(options.ConnectionString).AddInterceptors(new BulkWrites()));
        services.AddSingleton<IDbContextFactory<LeadDb>, Factory<SqliteLeadDb>>();
    }

    private static void AddPostgreSql(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(options.ConnectionString));
        services.AddSingleton<Store>(_ => new PostgreSqlStore(options.ConnectionString));
        services.AddPooledDbContextFactory<PostgreSqlLeadDb>((provider, db) => db.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<IDbContextFactory<LeadDb>, Factory<PostgreSqlLeadDb>>();
    }

    /// Features ask for a LeadDb and do not know which database it is.
    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<LeadDb> where T : LeadDb
    {
        public LeadDb CreateDbContext() => inner.CreateDbContext();
    }
}
