using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;

namespace LeadCapture.Deliveries;

/// What was stored by a clock that was wrong. Times that are further ahead than any wait that the program orders are shortened to
/// that wait, so that no lead stands for hours because a clock was put right. And what would be sent again by mistake if a wait were
/// too short waits once more as a whole.
internal sealed class OverdueTimes(
    RetrySchedule schedule, DeliveryClaimer claimer, Store store, StoreClock time, MachineClock machine, TimeProvider clock)
{
    /// So often, and whenever the clock of this machine was set.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    private MachineClock.Stopped last = machine.Start();
    private bool wasSet;

    /// What stands in line may be put off for so long by a lead of the same person, or by a person's correction.
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromSeconds(30);

    /// What follows after a contact waits for as long as its form says, and then for business hours: over a long weekend at most.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(AfterDeliveryRules.MostDelay) + TimeSpan.FromDays(4);

    private static readonly string Longest = string.Join(' ',
    [
        "CASE WHEN attempt_id IS NOT NULL THEN $2",
        $"WHEN step = {(int)DeliveryStep.Sequence} AND state = {(int)DeliveryState.Waiting} AND failures = 0 THEN $3",
        .. Enumerable.Range(0, RetrySchedule.MostFailures).Select(failures => $"WHEN failures = {failures} THEN ${failures + 4}"),
        $"ELSE ${RetrySchedule.MostFailures + 4} END",
    ]);

    private static readonly string ShortenSql = $"""
        UPDATE deliveries SET due_at = {Longest} WHERE priority IN (0, 1, 2) AND due_at > $1 AND due_at > {Longest}
        """;

    private const string PlannedSql = """
        SELECT lead_id, follow_up_json FROM deliveries WHERE priority IN (0, 1, 2) AND due_at > $1 AND attempt_id IS NULL AND step = $2
            AND delivered_at > $1
        """;

    private const string PlanAnewSql =
        "UPDATE deliveries SET due_at = $2, follow_up_json = $3 WHERE lead_id = $1 AND attempt_id IS NULL AND step = $4 AND due_at > $2";

    /// A create that seems to begin later than now began some time ago.
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);

    /// Where it is time to.
    public async ValueTask PutRight()
    {
        wasSet |= time.IsLeftBehind;
        if (!wasSet && last.Elapsed < Pause && last.Drift < Jump)
            return;
        last = machine.Start();
        await using var transaction = await store.Begin();
        if (time.IsLeftBehind)
            time.CatchUp();
        var now = clock.GetUtcNow().UtcDateTime;
        await ShortenIn(transaction, now);
        if (wasSet)
            WaitAnewIn(transaction, now);
        await transaction.Commit();
        wasSet = false;
    }

    /// How long it has waited is not known, because the clock was set or is that of another process. The priorities lead to the index
    /// of what is due.
    public void WaitAnewIn(SqlTransaction transaction, DateTime now)
    {
        transaction.Add(
            "UPDATE deliveries SET due_at = $1 WHERE priority IN (0, 1, 2) AND due_at < $1 AND attempt_id IS NULL AND state = $2",
            now + schedule.UnconfirmedWait, DeliveryState.Unconfirmed);
        transaction.Add(
            "UPDATE deliveries SET due_at = $1 WHERE priority IN (0, 1, 2) AND due_at < $1 AND attempt_id IS NOT NULL",
            now + claimer.LongestLease);
        transaction.Add(
            "UPDATE deliveries SET unresolved_since = $1 WHERE priority IN (0, 1, 2) AND due_at IS NOT NULL AND unresolved_since > $2",
            now - LongAgo, now);
    }

    public async ValueTask ShortenIn(SqlTransaction transaction, DateTime now)
    {
        DateTime[] limits = [.. Enumerable.Range(0, RetrySchedule.MostFailures + 1).Select(failures => now + LongestAfter(failures))];
        var lease = now + claimer.LongestLease;
        transaction.Add(ShortenSql, [limits.Append(lease).Min(), lease, now + LongestDelay, .. limits]);
        transaction.Add("UPDATE attempts SET counts_at = $1 WHERE counts_at > $1", lease);
        var planned = await transaction.Query(
            PlannedSql, row => (Lead: transaction.Id(row, 0), FollowUp: FollowUp.Parse(row.GetString(1))!), now, DeliveryStep.Sequence);
        foreach (var (lead, before) in planned)
            if (before.PutRight(now) is var after && after != before)
                transaction.Add(PlanAnewSql, lead, after.EnrollAt, after.ToJson(), DeliveryStep.Sequence);
    }

    private TimeSpan LongestAfter(int failures)
    {
        var longest = schedule.Longest(failures);
        return failures == 0 && longest < LongestPutOff ? LongestPutOff : longest;
    }
}
