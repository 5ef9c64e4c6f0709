using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Load;

/// Reply.io's stand-in as a process of its own: --port, and --delay in milliseconds before each answer.
public static class Upstream
{
    public static async Task<int> Run(Arguments arguments)
    {
        await using var server = await SandboxServer.Start(new() { Port = arguments.Whole("port", 0), KeepCalls = 0 });
        if (arguments.Whole("delay", 0) is > 0 and var delay)
            server.State.Play(Scene.Slow, delay: TimeSpan.FromMilliseconds(delay));
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
