using System.Data.Common;
using System.Reflection;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

/// Brings the database to the schema of this program, and refuses one that is newer. One that is current costs a question in plain
/// SQL, and a new one gets all its tables by one script: EF Core, which takes as long as the rest of a start, is loaded where a
/// database of an earlier version is brought forward.
public sealed class Schema(Store store, StoreOptions options, IServiceProvider services)
{
    /// The names of the migrations' files, written into the assembly by its build.
    private readonly HashSet<string> known =
    [
        .. typeof(Schema).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Value == options.Provider + "Migration").Select(metadata => metadata.Key),
    ];

    public async Task Prepare()
    {
        var applied = await Applied();
        if (applied.Count == 0)
        {
            await Create();
            applied = await Applied();
        }
        if (applied.Find(name => !known.Contains(name)) is { } other)
            throw new SettingException(IsNewer(other)
                ? $"The database was upgraded by a newer version of LeadCapture (migration {other} is unknown here). "
                    + "Start that version, or restore a backup from before the upgrade."
                : $"The database was made before LeadCapture's first release (migration {other} is unknown here) and can't be upgraded. "
                    + "Start with a new database.");
        if (applied.Count < known.Count)
            await Migrate();
    }

    /// Nodes that start together would make the same tables at the same time, and one of them would fail.
    private async Task Create()
    {
        try
        {
            await using var transaction = await store.Begin();
            transaction.Lock(["schema"]);
            await transaction.Flush();
            if (await Applied() is not [])
                return;
            await transaction.Run(await Script());
            await transaction.Commit();
        }
        catch (StoreClosedException)
        {
            // The server may have no database of this name yet: EF Core makes it, too.
        }
    }

    /// What the migrations make, one after the other; a test holds it to them.
    private async Task<string> Script()
    {
        await using var file = typeof(Schema).Assembly.GetManifestResourceStream($"LeadCapture.Data.Migrations.{options.Provider}.sql")!;
        using var text = new StreamReader(file);
        return await text.ReadToEndAsync();
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

    /// Nodes that start together wait for each other: EF Core locks its list of migrations.
    private async Task Migrate()
    {
        await using var db = services.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContext();
        await db.Database.MigrateAsync();
    }
}
