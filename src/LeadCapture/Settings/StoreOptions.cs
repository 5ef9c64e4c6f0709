namespace LeadCapture.Settings;

public sealed record StoreOptions
{
    public required string DataDirectory { get; init; }
    public required DatabaseProvider Provider { get; init; }
    public required string ConnectionString { get; init; }

    /// Drops stored secrets that can no longer be opened, once.
    public required bool ForgetSecrets { get; init; }

    /// The data came out of a backup: what waits is looked up before it is sent. For one start.
    public bool Restored { get; init; }

    public static StoreOptions Read(SettingReader settings)
    {
        var directory = Path.GetFullPath(settings.Text("DataDirectory") ?? "data");
        settings.Means("DataDirectory", directory);
        var provider = settings.Choice("Database:Provider", DatabaseProvider.Sqlite);
        var connection = settings.Secret("ConnectionStrings:LeadCapture");
        if (connection is null && provider == DatabaseProvider.PostgreSql)
            settings.Wrong("ConnectionStrings:LeadCapture",
                "a connection string, such as Host=db;Database=leadcapture;Username=leadcapture;Password=…, "
                + "because Database:Provider is PostgreSql");
        return new()
        {
            DataDirectory = directory,
            Provider = provider,
            ConnectionString = connection ?? $"Data Source={Path.Combine(directory, "leadcapture.db")}",
            Restored = settings.Switch("Database:Restored", false),
            ForgetSecrets = settings.Switch("Secrets:Forget", false),
        };
    }
}

public enum DatabaseProvider { Sqlite, PostgreSql }
