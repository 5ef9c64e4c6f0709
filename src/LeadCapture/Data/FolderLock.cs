using LeadCapture.Settings;

namespace LeadCapture.Data;

/// One program for one data folder: with SQLite, leases of a process that died are void at the next start, and only at the start
/// of the only one. The system lifts the lock when the process ends, however it ends.
public sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// With PostgreSQL there is no lock, and still a log to write.
    public static void Probe(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var file = Path.Combine(directory, $".writable-{Guid.NewGuid():N}");
            File.WriteAllText(file, "");
            File.Delete(file);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new SettingException("DataDirectory: expected a folder that this program may write to.");
        }
    }

    public static FolderLock Take(string directory)
    {
        try
        {
            return new(new FileStream(Path.Combine(directory, "leadcapture.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new SettingException(
                "DataDirectory: expected a folder that no other LeadCapture is using. To run several, set Database:Provider to PostgreSql.");
        }
    }

    public void Dispose() => file.Dispose();
}
