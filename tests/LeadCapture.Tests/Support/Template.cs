using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Support;

/// An empty store with the schema of today, made once and copied for each test. What migrations do has tests of its own.
internal static class Template
{
    private static readonly Lazy<Task<string>> Sqlite = new(MakeSqlite);
    private static readonly Lazy<Task<string>> PostgreSql = new(MakePostgreSql);

    public static async Task CopySqlite(string folder) => File.Copy(await Sqlite.Value, Path.Combine(folder, "leadcapture.db"));

    public static async Task<string> CopyPostgreSql() => await (await PostgreSqlServer.Running).NewDatabase(await PostgreSql.Value);

    public static async Task Delete()
    {
        if (Sqlite.IsValueCreated)
            Directory.Delete(Path.GetDirectoryName(await Sqlite.Value)!, recursive: true);
    }

    private static async Task<string> MakeSqlite()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("leadcapture-template-").FullName, "leadcapture.db");
        await using var db = new SqliteLeadDb(
            new DbContextOptionsBuilder<SqliteLeadDb>().UseSqlite($"Data Source={file};Pooling=False").Options);
        await db.Database.MigrateAsync();
        return file;
    }

    /// Nobody may be connected to a database that is copied.
    private static async Task<string> MakePostgreSql()
    {
        var connection = await (await PostgreSqlServer.Running).NewDatabase();
        await using var db = new PostgreSqlLeadDb(
            new DbContextOptionsBuilder<PostgreSqlLeadDb>().UseNpgsql(connection + ";Pooling=False").Options);
        await db.Database.MigrateAsync();
        return new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;
    }
}
