using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadCapture.Data;

/// Brings the database to the schema of this program, and refuses one that is newer.
public static class Schema
{
    public static async Task Prepare(LeadDb db)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await Applied(db);
        if (applied.Find(name => !known.Contains(name)) is { } newer)
            throw new SettingException(
                $"The database has the schema of a newer LeadCapture (it knows {newer}, this program does not). "
                + "Start that version, or restore a backup.");
        if (applied.Count < known.Count)
            await db.Database.MigrateAsync();
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
