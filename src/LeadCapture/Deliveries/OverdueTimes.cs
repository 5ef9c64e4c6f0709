using LeadCapture.Data;

namespace LeadCapture.Deliveries;

/// Times that are further ahead than any wait that the program orders come from a clock that was wrong. They are shortened to that
/// wait, so that no lead stands for hours because a clock was put right.
public sealed class OverdueTimes(RetrySchedule schedule, Claiming claiming, Store store, MachineClock machine, TimeProvider clock)
{
    /// So often, and whenever the clock of this machine was set.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    private MachineClock.Stopped last = machine.Start();

    /// What stands in line may be put off for so long by a lead of the same person, or by a person's correction.
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromSeconds(30);

    private static readonly string Longest = string.Join(' ',
    [
        "CASE WHEN attempt_id IS NOT NULL THEN $2",
        .. Enumerable.Range(0, RetrySchedule.MostFailures).Select(failures => $"WHEN failures = {failures} THEN ${failures + 3}"),
        $"ELSE ${RetrySchedule.MostFailures + 3} END",
    ]);

    private static readonly string ShortenSql = $"""
        UPDATE deliveries SET due_at = {Longest} WHERE priority IN (0, 1, 2) AND due_at > $1 AND due_at > {Longest}
        """;

    /// Where it is time to.
    public async ValueTask Shorten()
    {
        if (last.Elapsed < Pause && last.Drift < Jump)
            return;
        last = machine.Start();
        await using var session = await store.Begin();
        ShortenIn(session, clock.GetUtcNow().UtcDateTime);
        await session.Commit();
    }

    public void ShortenIn(Session session, DateTime now)
    {
        DateTime[] limits = [.. Enumerable.Range(0, RetrySchedule.MostFailures + 1).Select(failures => now + LongestAfter(failures))];
        var lease = now + claiming.LongestLease;
        session.Add(ShortenSql, [limits.Append(lease).Min(), lease, .. limits]);
        session.Add("UPDATE attempts SET counts_at = $1 WHERE counts_at > $1", lease);
    }

    private TimeSpan LongestAfter(int failures)
    {
        var longest = schedule.Longest(failures);
        return failures == 0 && longest < LongestPutOff ? LongestPutOff : longest;
    }
}
