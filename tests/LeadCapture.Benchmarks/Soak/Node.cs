using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Soak;

/// One process of the app, started again whenever it ends, as a service manager would.
public sealed class Node(Uri address, IReadOnlyList<string> command, string log, Func<IEnumerable<(string, string)>> settings)
    : IAsyncDisposable
{
    private static readonly TimeSpan HostsTime = TimeSpan.FromSeconds(40);
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
    private volatile ChildProcess? child;
    private volatile bool ending;
    private volatile ChildProcess? standing;
    private Task life = Task.CompletedTask;
    private int killed;

    public Uri Address => address;

    public int Starts { get; private set; }

    public int Kills { get; private set; }

    /// Stands still by SIGSTOP.
    public bool IsHeld => standing is not null;

    /// Ended by itself, such as at a start without a database.
    public int Falls => LastWords.Count;

    /// What it said at each fall.
    public List<string> LastWords { get; } = [];

    public void Start()
    {
        ending = false;
        life = Task.Run(Live);
    }

    /// Ends, and stays down until it is started again.
    public async Task<string?> Rest()
    {
        var complaint = await Terminate(forGood: true);
        await life;
        return complaint;
    }

    /// As a paused machine does.
    public void StandStill()
    {
        standing = child;
        standing?.Stop();
    }

    public void GoOn()
    {
        standing?.Continue();
        standing = null;
    }

    public void Kill()
    {
        if (child is not { HasExited: false } running)
            return;
        Interlocked.Exchange(ref killed, running.Id);
        Kills++;
        running.Kill();
    }

    public async Task<bool> IsReady()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// SIGTERM; null where it was killed meanwhile. Comes back by itself, with its settings of then, unless this is the end.
    public async Task<string?> Terminate(bool forGood)
    {
        ending = forGood;
        if (child is not { HasExited: false } running)
            return null;
        if (!await IsReady())
        {
            // Not up yet, perhaps with the settings of before.
            Kill();
            return null;
        }
        using var patience = new CancellationTokenSource(HostsTime);
        try
        {
            await running.Terminate();
            var code = await running.Exited(patience.Token);
            return code == 0 || killed == running.Id ? null : $"SIGTERM ended {address} with {code}";
        }
        catch (OperationCanceledException)
        {
            Interlocked.Exchange(ref killed, running.Id);
            running.Kill();
            return $"SIGTERM did not end {address} in time";
        }
    }

    public async ValueTask DisposeAsync()
    {
        ending = true;
        child?.Kill();
        await life;
        http.Dispose();
    }

    private async Task Live()
    {
        while (!ending)
        {
            var running = ChildProcess.Start([.. command, $"--urls={address}"], log, settings());
            child = running;
            Starts++;
            var code = await running.Exited();
            if (code != 0 && killed != running.Id && !ending)
                LastWords.Add(File.ReadLines(log).LastOrDefault() ?? "");
            if (!ending)
                await Task.Delay(300);
        }
    }
}
