using System.Runtime.CompilerServices;

namespace LeadCapture.Benchmarks.Processes;

/// The app as it is deployed.
public static class PublishedApp
{
    public static async Task<string> Folder(Arguments arguments, string scratch)
    {
        if (arguments.Text("app") is { } given)
            return Path.GetFullPath(given);
        var folder = Path.Combine(scratch, "app");
        Console.WriteLine("Publishing the app …");
        await ChildProcess.Run("dotnet", "publish", Project(), "-c", "Release", "-o", folder, "-nologo", "-v", "q");
        return folder;
    }

    private static string Project([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/LeadCapture"));
}
