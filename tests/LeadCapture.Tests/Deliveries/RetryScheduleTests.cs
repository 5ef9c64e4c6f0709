using LeadCapture.Deliveries;

namespace LeadCapture.Tests.Deliveries;

public class RetryScheduleTests
{
    [Fact]
    public void What_failed_together_does_not_come_back_together()
    {
        var schedule = new RetrySchedule(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));

        var waits = Enumerable.Range(0, 1000).Select(_ => schedule.After(3).TotalSeconds).Order().ToList();

        Assert.InRange(waits[0], 48, 52);
        Assert.InRange(waits[500], 55, 65);
        Assert.InRange(waits[^1], 68, 72);
        Assert.True(waits.Distinct().Count() > 990);
    }

    [Fact]
    public void A_probe_waits_a_minute_at_most_however_long_it_has_been()
    {
        var schedule = new RetrySchedule(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));

        Assert.All(Enumerable.Range(0, 10_000), probes => Assert.InRange(schedule.Probe(probes).TotalSeconds, 4, 60));
    }
}
