using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// The one row that says whether sending is paused, why and until when, and how fast it goes. Shared by all nodes.
public sealed class Gate
{
    public static readonly TimeSpan LongestProbeWait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// Whoever asks for a longer pause is asked again after this time, by one lead.
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private const int LeadsInARow = 5;

    public int Id { get; init; } = 1;
    public GateReason Reason { get; private set; }

    /// When sending goes on, or the next probe may go; null: open, or until a person opens it.
    public DateTime? Until { get; private set; }

    public DateTime? Since { get; private set; }
    public string? Detail { get; private set; }

    /// Leads in a row without an answer or with 5xx.
    public int Failures { get; private set; }

    public Guid? LastFailedLead { get; private set; }
    public int Probes { get; private set; }

    /// Our share of Reply.io's limit as a person set it; null: as the settings file says.
    public int? RequestsPerMinute { get; private set; }
    public int? RequestsPerHour { get; private set; }

    internal static Gate Stored(
        GateReason reason, DateTime? until, DateTime? since, string? detail, int failures, Guid? lastFailedLead, int probes) =>
        new()
        {
            Reason = reason,
            Until = until,
            Since = since,
            Detail = detail,
            Failures = failures,
            LastFailedLead = lastFailedLead,
            Probes = probes,
        };

    /// All that decides, to see whether something changed.
    public (GateReason Reason, DateTime? Until, int Failures, Guid? LastFailedLead, int Probes) State =>
        (Reason, Until, Failures, LastFailedLead, Probes);

    public bool IsOpen => Reason == GateReason.None;

    /// Open, and nothing failed lately.
    public bool IsClean => IsOpen && Failures == 0;

    /// Whether one lead at a time tries if it works again.
    public bool Probing => NeedsHelp || (Reason == GateReason.RateLimited && Probes > 0);

    /// Worth an alarm: it may last until somebody has done something about it.
    public bool NeedsHelp => Reason.NeedsHelp();

    public void Limit(int? perMinute, int? perHour) => (RequestsPerMinute, RequestsPerHour) = (perMinute, perHour);

    public int Allows(DateTime now) => Reason switch
    {
        GateReason.None => int.MaxValue,
        GateReason.ByHand => 0,
        _ when Until > now => 0,
        GateReason.RateLimited when !Probing => int.MaxValue,
        _ => 1,
    };

    /// The wait that Reply.io asked for is over. What is further ahead than the program itself would order comes from a clock that
    /// was wrong; a probe is under way for as long as its lease.
    public void Pass(DateTime now, TimeSpan longestLease)
    {
        var longest = Reason == GateReason.RateLimited ? LongestPause : LongestProbeWait;
        if (Probing && longestLease > longest)
            longest = longestLease;
        if (Until > now + longest)
            Until = now + longest;
        if (Reason == GateReason.RateLimited && !Probing && Until <= now)
            Open();
    }

    /// One probe at a time: nobody else sends until this one has ended or its lease is over.
    public void Probe(DateTime leaseEnd) => Until = leaseEnd;

    /// At a start, and when the key was replaced: try at once.
    public void ProbeNow(DateTime now)
    {
        if (Probing)
            (Until, Probes) = (now, 0);
    }

    /// Stays until a person opens it: whatever Reply.io answers meanwhile.
    public void PauseByHand(DateTime now, string detail) =>
        (Reason, Until, Since, Detail) = (GateReason.ByHand, null, now, detail);

    /// What else was wrong shows itself with the first lead.
    public void ResumeByHand()
    {
        if (Reason == GateReason.ByHand)
            Open();
    }

    public void Record(Guid leadId, ReplyIoResult answer, DateTime now, RetrySchedule schedule)
    {
        switch (answer.Cause)
        {
            case Cause.RateLimited:
                WaitAsAsked(answer.RetryAfter ?? LongestProbeWait, now, answer.Reason);
                break;
            case Cause.ServerError when answer.RetryAfter is { } asked:
                WaitAsAsked(asked, now, answer.Reason);
                break;
            case Cause.NotSent:
                if (Probing)
                    Until = now;
                break;
            case Cause.KeyRefused:
                Pause(GateReason.KeyRefused, now + LongestProbeWait, now, answer.Reason);
                break;
            case Cause.ChannelFault:
                Pause(GateReason.ChannelFault, now + LongestProbeWait, now, answer.Reason);
                break;
            // Whether creates work as well is for the next one to show.
            case Cause.Found or Cause.NotFound or Cause.LookUpNotOffered or Cause.Listed or Cause.Enrolled or Cause.AlreadyEnrolled
                or Cause.Unenrolled when Reason == GateReason.ChannelFault:
                Until = now;
                break;
            case Cause.NoAnswer or Cause.ServerError or Cause.NotReached:
                Fail(leadId, answer, now, schedule);
                break;
            case Cause.NotAContact or Cause.AnotherContact:
                if (Probing)
                    Until = now + schedule.Probe(++Probes);
                break;
            default:
                (Failures, LastFailedLead) = (0, null);
                if (Probing)
                    Open();
                // The contact is there, but reading its sequences hit the limit.
                if (answer.RetryAfter is { } wait)
                    WaitAsAsked(wait, now, answer.Reason);
                break;
        }
    }

    /// Asked by an answer to a call that was for no lead. Nothing else is known from it about sending.
    public void WaitAsAsked(TimeSpan? asked, DateTime now, string detail) => WaitAsAsked(asked ?? LongestProbeWait, now, detail);

    /// A date that is past, or no time at all, is no reason to hurry.
    private void WaitAsAsked(TimeSpan asked, DateTime now, string detail)
    {
        var wait = asked < ShortestWait ? ShortestWait : asked > LongestPause ? LongestPause : asked;
        Pause(GateReason.RateLimited, now + wait, now, detail);
        if (Reason == GateReason.RateLimited)
            Probes = asked > LongestPause ? 1 : 0;
    }

    private void Fail(Guid leadId, ReplyIoResult answer, DateTime now, RetrySchedule schedule)
    {
        if (LastFailedLead != leadId)
            Failures++;
        LastFailedLead = leadId;
        if (Failures >= LeadsInARow || Reason == GateReason.Outage)
            Pause(GateReason.Outage, now + schedule.Probe(Probes++), now, answer.Reason);
        else if (Probing)
            Until = now + LongestProbeWait;
    }

    private void Pause(GateReason reason, DateTime until, DateTime now, string detail)
    {
        if (Reason == GateReason.ByHand)
            return;
        // Of several that are asked to wait the longest wait counts; a probe has been under way until now.
        if (Reason == reason && Reason == GateReason.RateLimited && !Probing && Until > until)
            return;
        if (Reason != reason)
            Since = now;
        (Reason, Until, Detail) = (reason, until, detail);
    }

    private void Open() => (Reason, Until, Since, Detail, Failures, LastFailedLead, Probes) = (GateReason.None, null, null, null, 0, null, 0);
}

/// The numbers are stored.
public enum GateReason
{
    None = 0,
    RateLimited = 1,
    KeyRefused = 2,
    Outage = 3,
    ByHand = 4,

    /// What answers is not Reply.io, or not at this address.
    ChannelFault = 5,
}

public static class GateReasons
{
    public static bool NeedsHelp(this GateReason reason) =>
        reason is GateReason.KeyRefused or GateReason.Outage or GateReason.ChannelFault;
}
