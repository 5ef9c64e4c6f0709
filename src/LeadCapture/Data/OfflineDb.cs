using LeadCapture.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

/// The database for a command on the command line, also while the program runs on it.
public static class OfflineDb
{
    public const string NotThere = "There is no database of this version. Start LeadCapture once, with the same settings.";

    public static SettingReader SettingsOf(string[] args) => new(SettingFiles.CreateBuilder(new()
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
    }).Configuration);

    public static LeadDb Open(string[] args)
    {
        var settings = SettingsOf(args);
        var store = StoreOptions.Read(settings);
        settings.Check();
        if (store.Provider == DatabaseProvider.PostgreSql)
            return new PostgreSqlLeadDb(
                new DbContextOptionsBuilder<PostgreSqlLeadDb>().UseNpgsql(store.ConnectionString).Options);
        // A database that is not there must not come to be by asking it.
        var file = new SqliteConnectionStringBuilder(store.ConnectionString) { Mode = SqliteOpenMode.ReadWrite };
        return new SqliteLeadDb(new DbContextOptionsBuilder<SqliteLeadDb>().UseSqlite(file.ToString()).Options);
    }
}
