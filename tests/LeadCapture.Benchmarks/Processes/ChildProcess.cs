using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LeadCapture.Benchmarks.Processes;

/// A program that we started, with its output in a file. It is ended by its id.
public sealed class ChildProcess : IAsyncDisposable
{
    /// Linux's unit in /proc.
    private const double TicksPerSecond = 100;
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public static ChildProcess Start(
        IEnumerable<string> command, string log, IEnumerable<(string Name, string Value)> environment)
    {
        // The shell gives its place to the program: same id, and no copying of output through this process.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >> \"$CHILD_LOG\" 2>&1", "sh", .. command]);
        start.Environment["CHILD_LOG"] = log;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// A program of its own that must end well.
    public static async Task Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await errors}");
    }

    public async Task<int> Exited(CancellationToken patience = default)
    {
        await process.WaitForExitAsync(patience);
        return process.ExitCode;
    }

    public void Kill()
    {
        if (!process.HasExited)
            process.Kill();
    }

    /// SIGTERM.
    public async Task Terminate()
    {
        if (!process.HasExited)
            await Run("kill", "-TERM", process.Id.ToString(InvariantCulture));
    }

    /// SIGSTOP, at this very moment: a program started for it would come late.
    public void Stop() => Signal(19);

    /// SIGCONT.
    public void Continue() => Signal(18);

    /// In megabytes.
    public long MemoryPeak()
    {
        var peak = File.ReadLines($"/proc/{process.Id}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(peak.AsSpan(6, peak.Length - 8), System.Globalization.NumberStyles.Any, InvariantCulture) / 1024;
    }

    /// Of all cores together, since the start.
    public TimeSpan ProcessorTime()
    {
        var behindName = File.ReadAllText($"/proc/{process.Id}/stat").Split(')')[^1];
        var fields = behindName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (user, system) = (long.Parse(fields[11], InvariantCulture), long.Parse(fields[12], InvariantCulture));
        return TimeSpan.FromSeconds((user + system) / TicksPerSecond);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Signal(int number)
    {
        if (!process.HasExited)
            _ = Send(process.Id, number);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int process, int signal);
}
