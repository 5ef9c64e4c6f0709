using System.Globalization;
using System.Runtime.InteropServices;
using LeadCapture.Sandbox;

var port = 5700;
var understood = args is [] || args is ["--port", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out port);
if (!understood || port is < 0 or > 65535)
{
    Console.Error.WriteLine("Usage: dotnet run --project src/LeadCapture.Sandbox [-- --port 5700]");
    return 1;
}

var stopped = new TaskCompletionSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await using var server = await SandboxServer.Start(new SandboxOptions { Port = port });

Console.WriteLine($"""
    A local Reply.io for trying things out: {server.Address}
    Point LeadCapture at it with
      Reply__BaseUrl={server.Address.GetLeftPart(UriPartial.Authority)} Reply__ApiKey=sandbox
    Ctrl+C stops it.
    """);
await stopped.Task;
return 0;

/// <summary>Internal, so that it does not meet the Program of an app that references the sandbox.</summary>
internal sealed partial class Program;
