using Microsoft.Data.Sqlite;
using Npgsql;

namespace LeadCapture.Tests.Support;

/// A copy of a stopped program's data, as an administrator makes and restores it.
internal sealed class Backup
{
    private const string Marks = "*.mark";
    private readonly TestApp app;
    private readonly string? database;
    private readonly Dictionary<string, byte[]> files = [];

    private Backup(TestApp app, string? database) => (this.app, this.database) = (app, database);

    public static async Task<Backup> Of(TestApp stopped)
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        var backup = new Backup(stopped, await Copy(stopped.Database));
        foreach (var file in Directory.GetFiles(stopped.Folder, "leadcapture*"))
            backup.files[file] = await File.ReadAllBytesAsync(file);
        return backup;
    }

    /// Settings to start with. The mark that the program keeps beside its data is of today, or of then, where all was restored.
    public async Task<string[]> Restore(bool withMark)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(app.Folder, "leadcapture.db*").Except(Directory.GetFiles(app.Folder, Marks)))
            File.Delete(file);
        foreach (var mark in withMark ? Directory.GetFiles(app.Folder, Marks) : [])
            File.Delete(mark);
        foreach (var (file, bytes) in files)
            if (withMark || !file.EndsWith(".mark", StringComparison.Ordinal))
                await File.WriteAllBytesAsync(file, bytes);
        return database is null ? [] : [$"ConnectionStrings:LeadCapture={await Copy(database)}"];
    }

    private static async Task<string?> Copy(string? database) => database is null ? null
        : await (await PostgreSqlServer.Running).NewDatabase(new NpgsqlConnectionStringBuilder(database).Database);
}
