using LeadCapture.Tests.Support;

[assembly: AssemblyFixture(typeof(TestServers))]

namespace LeadCapture.Tests.Support;

/// What all tests share is put away after the last of them.
public sealed class TestServers : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Template.Delete();
        if (PostgreSqlServer.IsStarted)
            await (await PostgreSqlServer.Running).DisposeAsync();
    }
}
