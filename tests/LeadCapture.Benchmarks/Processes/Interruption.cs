using System.Runtime.InteropServices;

namespace LeadCapture.Benchmarks.Processes;

/// Ctrl+C and SIGTERM end a run in good order, so that nothing we started stays behind.
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource interrupted = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption() => registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];

    public CancellationToken Token => interrupted.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        interrupted.Dispose();
    }

    private void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        interrupted.Cancel();
    }
}
