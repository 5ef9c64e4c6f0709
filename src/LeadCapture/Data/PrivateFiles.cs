using System.Runtime.InteropServices;
using LeadCapture.Settings;
using Microsoft.Data.Sqlite;

namespace LeadCapture.Data;

/// Leads, logs and keys are for the account that the program runs under, and for nobody else on the machine.
public static class PrivateFiles
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    /// Whatever this process makes from now on.
    public static void MakeAll()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask((int)Others);
    }

    /// What an earlier version left open. False where something belongs to another account and stays as it is.
    public static bool Close(StoreOptions options)
    {
        if (OperatingSystem.IsWindows())
            return true;
        var all = true;
        foreach (var path in Ours(options))
            all &= Close(path);
        return all;
    }

    private static IEnumerable<string> Ours(StoreOptions options)
    {
        var data = options.DataDirectory;
        string[] folders = [data, Path.Combine(data, "logs"), Path.Combine(data, "keys")];
        foreach (var folder in folders.Where(Directory.Exists))
        {
            yield return folder;
            foreach (var file in Directory.EnumerateFiles(folder, folder == data ? "leadcapture*" : "*"))
                yield return file;
        }
        if (options.Provider != DatabaseProvider.Sqlite || DatabaseOf(options.ConnectionString) is not { Length: > 0 } database)
            yield break;
        foreach (var part in Parts)
            if (File.Exists(database + part))
                yield return database + part;
    }

    private static string? DatabaseOf(string connection)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connection).DataSource;
        }
        catch (ArgumentException)
        {
            // The start says what is wrong with it.
            return null;
        }
    }

    private static bool Close(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        try
        {
            var mode = File.GetUnixFileMode(path);
            // A folder that is meant for everybody, such as /tmp, is not ours to close.
            if ((mode & Others) != 0 && !mode.HasFlag(UnixFileMode.StickyBit))
                File.SetUnixFileMode(path, mode & ~Others);
            return true;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "umask"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetMask(int mask);
}
