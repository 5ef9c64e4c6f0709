using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

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
                $"The database has the schema of a newer LeadCapture (it knows {newer}, this program does not). Start that version, or restore a backup.");
        if (applied.Count < known.Count)
            await db.Database.MigrateAsync();
    }

    private static async Task<List<string>> Applied(LeadDb db) =>
        await db.Database.CanConnectAsync() ? [.. await db.Database.GetAppliedMigrationsAsync()] : [];
}
