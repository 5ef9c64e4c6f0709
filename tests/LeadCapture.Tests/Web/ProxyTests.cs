using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

/// A company's proxy is in the environment of many servers.
public class ProxyTests
{
    /// Nobody listens there.
    private static readonly (string, string) Proxy = ("http_proxy", "http://127.0.0.1:9");

    [Fact]
    public async Task What_runs_on_this_machine_is_not_reached_through_a_proxy()
    {
        await using var data = await TestApp.Start();
        await data.Stop();
        await using var program = await TestProgram.StartIn(Proxy, data);

        await program.Submits("ann@example.com");
        var (exitCode, _) = await CommandLine.RunIn(Proxy, "health", $"--urls={program.Visitor.BaseAddress}");

        await TestApp.Eventually(() => Task.FromResult(data.ReplyIo.State.CreatesOf("ann@example.com") == 1), "sent");
        Assert.Equal(0, exitCode);
    }
}
