namespace LeadCapture.Leads.Search;

/// Brings leads into the index, behind those who take them in: also leads from before there was one, those of other nodes, and those
/// that were stored late under an id that is older than others. In plain SQL: an idle program loads no EF Core.
public sealed partial class LeadIndexer(LeadIndex index, TimeProvider clock, ILogger<LeadIndexer> logger) : BackgroundService
{
    /// So few at a time that a lead that comes in hardly waits for them.
    private const int Size = 250;

    /// And so seldom that the store has three quarters of its time for others, and nearly all of it while leads pour in.
    private const int Rest = 3;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);

    /// No lead is stored so long after its id was made.
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(15);

    /// Up to here, all leads were seen since the walk began.
    private Guid? seen;

    /// Up to here, none comes any more: the next walk begins here, and so does one after a restart.
    private Guid mark;
    private Guid stored;
    private DateTime walkBegan;
    private long walkBeganAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await Task.Delay(await Look(stoppingToken), clock, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    /// How long until the next look.
    private async Task<TimeSpan> Look(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        try
        {
            if (!await Step())
                return Pause;
            var worked = clock.GetElapsedTime(began);
            return await IsBusy() ? Busy : Rest * worked;
        }
        catch (Exception fault)
        {
            if (!stop.IsCancellationRequested)
                LookFailed(fault.GetType().Name);
            return PauseAfterFault;
        }
    }

    /// More leads wait than are brought in at once, and others still come: whoever searches can wait for them, and visitors cannot.
    private async Task<bool> IsBusy() => clock.GetUtcNow().UtcDateTime - LeadId.ReceivedAt(await index.Newest(seen!.Value)) < Busy;

    /// Whether there is more to do at once.
    private async Task<bool> Step()
    {
        if (seen is null)
            Walk(from: stored = await index.Mark());
        else if (seen > mark && clock.GetElapsedTime(walkBeganAt) >= LookBack)
            Walk(from: mark);
        var stretch = await index.Stretch(seen!.Value, Size);
        var end = stretch is [.., var last] ? last.Lead : seen!.Value;
        var settled = Earlier(end, LeadId.From(walkBegan - Latest));
        var isAtRest = stretch.Count == 0 && settled == end && settled > stored;
        if (isAtRest || stretch.Exists(lead => lead.Words is not null))
        {
            if (!await index.Add(stretch, settled))
                return false;
            stored = settled;
        }
        (seen, mark) = (end, settled);
        return stretch.Count == Size;
    }

    /// A clock that was set back gives ids that are older than the mark.
    private void Walk(Guid from)
    {
        (walkBegan, walkBeganAt) = (clock.GetUtcNow().UtcDateTime, clock.GetTimestamp());
        seen = mark = Earlier(from, LeadId.From(walkBegan - Latest));
    }

    private static Guid Earlier(Guid one, Guid other) => one < other ? one : other;

    [LoggerMessage(LogLevel.Warning, "Bringing leads into the search failed ({Fault}); retrying in a few seconds")]
    private partial void LookFailed(string fault);
}
