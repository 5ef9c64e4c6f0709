using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadCapture.Data;

/// Brings the database to the schema of this program, and refuses one that is newer.
public static class Schema
{
    /// Any number that no other program of the same database uses.
    private const int MigrationLock = 20261124;

    public static async Task Prepare(LeadDb db)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await Applied(db);
        if (applied.Find(name => !known.Contains(name)) is { } newer)
            throw new SettingException(
                $"The database has the schema of a newer LeadCapture (it knows {newer}, this program does not). "
                + "Start that version, or restore a backup.");
        if (applied.Count < known.Count)
            await Migrate(db);
    }

    /// Nodes that start together take turns: the lock of the migrations themselves ends with each one. This one ends with the
    /// connection, too.
    private static async Task Migrate(LeadDb db)
    {
        if (db is not PostgreSqlLeadDb)
        {
            await db.Database.MigrateAsync();
            return;
        }
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_lock({MigrationLock})");
        try
        {
            await db.Database.MigrateAsync();
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_unlock({MigrationLock})");
            await db.Database.CloseConnectionAsync();
        }
    }

    /// A list of migrations that is not there would be looked for in vain, and logged as an error: a new database gets it first.
    private static async Task<List<string>> Applied(LeadDb db)
    {
        if (!await db.Database.CanConnectAsync())
            return [];
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync();
        return [.. await db.Database.GetAppliedMigrationsAsync()];
    }
}
