using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadCapture.Sandbox;

/// <summary>A local Reply.io on a loopback port.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    internal const int MaxBody = 1024 * 1024;

    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping;

    private SandboxServer(WebApplication app, SandboxState state, CancellationTokenSource stopping)
    {
        (this.app, State, this.stopping) = (app, state, stopping);
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public SandboxState State { get; }

    public static async Task<SandboxServer> Start(SandboxOptions? options = null, CancellationToken ct = default)
    {
        var state = new SandboxState(options ?? new SandboxOptions());
        var stopping = new CancellationTokenSource();
        var app = Build(state, stopping.Token);
        try
        {
            await app.StartAsync(ct);
            return new SandboxServer(app, state, stopping);
        }
        catch
        {
            await app.DisposeAsync();
            stopping.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private static WebApplication Build(SandboxState state, CancellationToken stopping)
    {
        // Empty, so that settings and variables of the program around it (ports, certificates, logging) do not reach it.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => Configure(server, state.Options.Port));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, EndsWithItsOwner>());

        var app = builder.Build();
        var reception = new Reception(state, stopping);
        var control = new Control(state);
        app.Run(context => Control.IsFor(context.Request) ? control.Take(context) : reception.Take(context));
        return app;
    }

    private static void Configure(KestrelServerOptions server, int port)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MaxBody;
        server.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
    }

    /// <summary>The usual lifetime would stop at the first signal, while the program around it still delivers.</summary>
    private sealed class EndsWithItsOwner : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
