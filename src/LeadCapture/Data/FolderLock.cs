using LeadCapture.Settings;

namespace LeadCapture.Data;

/// One program for one data folder: with SQLite, leases of a process that died are void at the next start, and only at the start
/// of the only one. The system lifts the lock when the process ends, however it ends.
public sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    public static FolderLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new(new FileStream(Path.Combine(directory, "leadcapture.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new SettingException("DataDirectory takes a folder that this program may write to.");
        }
        catch (IOException)
        {
            throw new SettingException(
                "DataDirectory takes a writable folder that no other LeadCapture uses. To run several, set Database:Provider to PostgreSql.");
        }
    }

    public void Dispose() => file.Dispose();
}
