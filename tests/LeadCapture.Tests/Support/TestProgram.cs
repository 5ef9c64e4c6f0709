using System.Diagnostics;

namespace LeadCapture.Tests.Support;

/// The program as it is installed, in a process of its own, on the data of a TestApp that was stopped.
internal sealed class TestProgram : IAsyncDisposable
{
    private const string Opening = "LeadCapture is open at ";
    private readonly Process process;
    private readonly HttpClient visitor;

    private TestProgram(Process process, string address)
    {
        this.process = process;
        visitor = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
    }

    public static async Task<TestProgram> Start(TestApp stopped, params string[] settings)
    {
        var process = Run(stopped, settings);
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

    public async Task Submits(string email)
    {
        using var body = new FormUrlEncodedContent([new("email", email), new("firstName", "Ann")]);
        using var answer = await visitor.PostAsync(new Uri("/f/contact", UriKind.Relative), body);
        Assert.Equal(303, (int)answer.StatusCode);
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

    private static Process Run(TestApp stopped, string[] settings) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [typeof(LeadCaptureApp).Assembly.Location, .. stopped.Arguments(new() { Settings = settings })])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
