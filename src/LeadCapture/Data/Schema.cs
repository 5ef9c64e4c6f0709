using System.Data.Common;
using System.Reflection;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadCapture.Data;

/// Brings the database to the schema of this program, and refuses one that is newer. One that is current costs a question in plain
/// SQL: EF Core, a third of the time and a sixth of the memory of a start, is loaded where there is something to migrate.
public sealed class Schema(Store store, StoreOptions options, IServiceProvider services)
{
    /// The names of the migrations' files, written into the assembly by its build.
    private readonly HashSet<string> known =
    [
        .. typeof(Schema).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Value == options.Provider + "Migration").Select(metadata => metadata.Key),
    ];

    private const long MigrationLock = 0x4C656164;

    public async Task Prepare()
    {
        var applied = await Applied();
        if (applied.Find(name => !known.Contains(name)) is { } other)
            throw new SettingException(IsNewer(other)
                ? $"The database was upgraded by a newer version of LeadCapture (migration {other} is unknown here). "
                    + "Start that version, or restore a backup from before the upgrade."
                : $"The database was made before LeadCapture's first release (migration {other} is unknown here) and can't be upgraded. "
                    + "Start with a new database.");
        if (applied.Count < known.Count)
            await Migrate();
    }

    /// Names begin with the time at which they were made.
    private bool IsNewer(string migration) => string.CompareOrdinal(migration, known.Max(StringComparer.Ordinal)) > 0;

    /// None where the list is not there: the database is new.
    private async Task<List<string>> Applied()
    {
        try
        {
            await using var reading = await store.Read();
            return await reading.Query("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, row => row.GetString(0));
        }
        catch (Exception fault) when (fault is DbException or StoreClosedException)
        {
            return [];
        }
    }

    /// A list of migrations that is not there would be looked for in vain, and logged as an error: a new database gets it first.
    /// Nodes that start together would make it at the same time, and one of them would fail.
    private async Task Migrate()
    {
        await using var db = services.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContext();
        if (!await db.Database.CanConnectAsync())
        {
            await db.Database.MigrateAsync();
            return;
        }
        await db.Database.OpenConnectionAsync();
        if (store.IsShared)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})");
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync();
        await db.Database.MigrateAsync();
        if (store.IsShared)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})");
    }
}
