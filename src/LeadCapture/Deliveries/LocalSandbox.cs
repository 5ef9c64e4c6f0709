using LeadCapture.Sandbox;

namespace LeadCapture.Deliveries;

/// Our local Reply.io, in this process, while there is no key.
public sealed class LocalSandbox : IAsyncDisposable
{
    public SandboxServer? Server { get; private set; }

    public async Task<SandboxServer> Start() => Server ??= await SandboxServer.Start();

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
