using System.Diagnostics;

namespace LeadCapture.Tests.Support;

/// The program as somebody types it on the command line.
internal static class CommandLine
{
    /// On the data of a TestApp, which may be running.
    public static Task<(int ExitCode, string Text)> Runs(this TestApp app, params string[] words) => app.Database is null
        ? Run([.. words, $"--DataDirectory={app.Folder}"])
        : Run([.. words, "--Database:Provider=PostgreSql", $"--ConnectionStrings:LeadCapture={app.Database}"]);

    /// Its exit code, and all that it says.
    public static Task<(int ExitCode, string Text)> Run(params string[] words) => RunIn(default, words);

    /// With a variable of the environment.
    public static async Task<(int ExitCode, string Text)> RunIn((string Name, string Value) environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LeadCaptureApp).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment.Name is { } name)
            start.Environment[name] = environment.Value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, text + await error);
    }
}
