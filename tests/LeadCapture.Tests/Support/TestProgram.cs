using System.Diagnostics;

namespace LeadCapture.Tests.Support;

/// The program as it is installed, in a process of its own, on the data of a TestApp that was stopped.
internal sealed class TestProgram : IAsyncDisposable
{
    private static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private const string Opening = "LeadCapture is running at ";
    private readonly Process process;
    private readonly HttpClient visitor;

    private TestProgram(Process process, string address)
    {
        this.process = process;
        visitor = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
    }

    public HttpClient Visitor => visitor;

    public static Task<TestProgram> Start(TestApp stopped, params string[] settings) => Opened(Run(stopped, settings));

    /// With a variable of the environment.
    public static Task<TestProgram> StartIn((string Name, string Value) environment, TestApp stopped) =>
        Opened(Run(stopped, [], environment));

    /// No file may grow over this: as on a full disk.
    public static Task<TestProgram> StartWithin(int megabytes, TestApp stopped) => Opened(Process.Start(new ProcessStartInfo(
        "bash",
        [
            "-c", $"trap '' XFSZ; ulimit -f {megabytes * 1024}; exec \"$0\" \"$@\"", Host, typeof(LeadCaptureApp).Assembly.Location,
            .. stopped.Arguments(new()),
        ])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // The runtime's own memory would be such a file.
        Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
    })!);

    private static async Task<TestProgram> Opened(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Opening, StringComparison.Ordinal))
            {
                process.BeginErrorReadLine();
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, line[Opening.Length..]);
            }
        throw new InvalidOperationException("It did not start: " + await process.StandardError.ReadToEndAsync());
    }

    /// Where it is expected not to start: its exit code and what it says about it.
    public static async Task<(int ExitCode, string Error)> Refusal(TestApp stopped, params string[] settings)
    {
        using var process = Run(stopped, settings);
        _ = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var started = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await error);
    }

    public async Task Submits(string email) => Assert.Equal(303, await Posts(email));

    public async Task<int> Posts(string email, string notes = "")
    {
        using var body = new FormUrlEncodedContent([new("email", email), new("firstName", "Ann"), new("notes", notes)]);
        using var answer = await visitor.PostAsync(new Uri("/f/contact", UriKind.Relative), body);
        return (int)answer.StatusCode;
    }

    /// As when the power goes.
    public async Task Dies()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// As a service manager or a container stops it.
    public async Task<int> IsAskedToStop()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString("D", null)]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        if (!process.HasExited)
            await Dies();
        process.Dispose();
    }

    private static Process Run(TestApp stopped, string[] settings, (string Name, string Value) environment = default)
    {
        var start = new ProcessStartInfo(
            Host, [typeof(LeadCaptureApp).Assembly.Location, .. stopped.Arguments(new() { Settings = settings })])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment.Name is { } name)
            start.Environment[name] = environment.Value;
        return Process.Start(start)!;
    }
}
