using System.Runtime.InteropServices;
using LeadCapture.Settings;

namespace LeadCapture.Data;

/// What the program, .NET and SQLite put aside for a moment stays in DataDirectory: a container has no other place to write to.
public static class TemporaryFiles
{
    /// For this whole process. A folder that cannot be written to is told of with all other settings.
    public static void Keep(IConfiguration settings)
    {
        var data = StoreOptions.Read(new SettingReader(settings)).DataDirectory;
        var folder = Path.GetFullPath(Path.Combine(data, "temp"));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return;
        }
        foreach (var name in (string[])["TMPDIR", "TMP", "TEMP"])
            Environment.SetEnvironmentVariable(name, folder);
        // What .NET sets in the environment, a library does not see.
        if (!OperatingSystem.IsWindows())
            _ = SetVariable("SQLITE_TMPDIR", folder, overwrite: 1);
    }

    [DllImport("libc", EntryPoint = "setenv", BestFitMapping = false, ThrowOnUnmappableChar = true),
     DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
