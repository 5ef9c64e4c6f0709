using LeadCapture.Data;

namespace LeadCapture.Deliveries.Queue;

/// What is written together: new leads, the outcomes of attempts, and the claim of what is to be sent next.
internal sealed class Batch
{
    public List<Acceptance> Acceptances { get; } = [];
    public List<Recording> Recordings { get; } = [];

    /// Those who asked what is due now; each is told when to look again.
    public List<TaskCompletionSource<DateTime>> Looks { get; } = [];

    /// How many deliveries may be claimed: the calls that this node has free, as far as they are wanted.
    public int Slots { get; set; }

    /// More was due than there were slots for: what waits there goes before what comes in.
    public bool CatchUp { get; set; }

    /// When its writing began, by Stopwatch, however often it is tried.
    public long TakenAt { get; set; }

    /// Measured since before anything of it was claimed.
    public MachineClock.Stopped Began { get; set; }

    public int Count => Acceptances.Count + Recordings.Count + Looks.Count;

    /// The last lead that this batch has brought into the store.
    public Guid? LastNew => Acceptances
        .FindLast(acceptance => acceptance.Done.Task is { IsCompletedSuccessfully: true, Result.IsNew: true })?.Lead.Id;

    public bool IsEmpty => Count == 0;

    public IEnumerable<Batch> Singly() =>
    [
        .. Acceptances.Select(acceptance => new Batch { Acceptances = { acceptance } }),
        .. Recordings.Select(recording => new Batch { Recordings = { recording } }),
        .. Looks.Select(look => new Batch { Looks = { look } }),
    ];

    public void Fail(Exception fault)
    {
        foreach (var acceptance in Acceptances)
            acceptance.Done.TrySetException(fault);
        foreach (var recording in Recordings)
            recording.Done.TrySetException(fault);
        foreach (var look in Looks)
            look.TrySetException(fault);
    }
}
