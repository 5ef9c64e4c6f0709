using LeadCapture.Settings;

namespace LeadCapture.Data;

/// What the program, .NET and SQLite put aside for a moment stays in DataDirectory: a container has no other place to write to.
public static class TemporaryFiles
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// For this whole process. A folder that cannot be written to is told of with all other settings.
    public static void KeepIn(string dataDirectory)
    {
        var folder = Path.GetFullPath(Path.Combine(dataDirectory, "temp"));
        try
        {
            foreach (var old in Directory.CreateDirectory(folder).EnumerateFiles())
                if (DateTime.UtcNow - old.LastWriteTimeUtc > Kept)
                    old.Delete();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return;
        }
        foreach (var name in (string[])["TMPDIR", "TMP", "TEMP"])
            Environment.SetEnvironmentVariable(name, folder);
        PrivateFiles.TellLibraries("SQLITE_TMPDIR", folder);
    }

    /// As the settings say.
    public static void Keep(IConfiguration settings) => KeepIn(StoreOptions.Read(new SettingReader(settings)).DataDirectory);
}
