using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Localization;

namespace LeadCapture.Admin.Runs;

/// Works what people have ordered, beside all else. Without a run it only asks, in plain SQL, every few seconds.
public sealed partial class RunWorker(
    IServiceScopeFactory scopes, Store store, DeliverySignal deliveries, TimeProvider clock, ILogger<RunWorker> logger)
    : BackgroundService
{
    /// How soon a node hears of a run that was ordered at another.
    public static readonly TimeSpan Patrol = TimeSpan.FromSeconds(5);

    /// How soon it sees what has come of the leads under way.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    /// Alone on its data, a program takes up at once what it had when it died.
    private readonly Guid node = store.IsShared ? Guid.NewGuid() : Guid.Empty;
    private TaskCompletionSource wake = new();

    public void Wake() => Volatile.Read(ref wake).TrySetResult();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await GiveBack();
    }

    /// Steps of all runs in turn, as long as one of them moves; whether there are any.
    public async Task<bool> Look(CancellationToken stop)
    {
        while (true)
        {
            var (runs, moved) = (await Open(), false);
            foreach (var run in runs)
                moved |= await Step(run, stop);
            if (!moved)
                return runs.Count > 0;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // It stores why it stopped and which lines of a file it left.
        English.Speak();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Renewed before the look: whoever wakes us meanwhile is heard.
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref wake, signal);
            await Sleep(signal.Task, await TryLook(stoppingToken) ? Pace : Patrol, stoppingToken);
        }
    }

    private async Task<bool> TryLook(CancellationToken stop)
    {
        try
        {
            return await Look(stop);
        }
        catch (Exception fault)
        {
            if (!stop.IsCancellationRequested)
                LookFailed(fault);
            return false;
        }
    }

    private async Task<List<int>> Open()
    {
        await using var reading = await store.Read();
        return await reading.Query(
            "SELECT id FROM runs WHERE state IN ($1, $2) OR under_way > 0 ORDER BY id",
            row => row.GetInt32(0), RunState.Collecting, RunState.Running);
    }

    private async Task<bool> Step(int run, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var step = await scope.ServiceProvider.GetRequiredService<RunProcessor>().Step(run, node, stop);
        if (step.Sends)
            deliveries.Wake();
        return step.Moved;
    }

    private async Task Sleep(Task signal, TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await signal.WaitAsync(pause, clock, stopping);
        }
        catch (Exception end) when (end is TimeoutException or OperationCanceledException)
        {
            // Time to look again, or to stop.
        }
    }

    /// Another node may go on at once; where that cannot be stored, when our claim is over.
    private async Task GiveBack()
    {
        if (!store.IsShared)
            return;
        try
        {
            await using var transaction = await store.Begin();
            transaction.Add("UPDATE runs SET worker = NULL WHERE worker = $1", node);
            await transaction.Commit();
        }
        catch (Exception fault)
        {
            NotGivenBack(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A step of a bulk action failed; retrying in a few seconds")]
    private partial void LookFailed(Exception fault);

    [LoggerMessage(LogLevel.Warning,
        "The bulk actions of this server could not be handed back ({Fault}); another server goes on in a while")]
    private partial void NotGivenBack(string fault);
}
