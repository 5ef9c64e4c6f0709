using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms.Numbers;

/// Counts in memory what visitors do with forms: nobody waits for it, and nothing fails by it. CountWriter stores it.
public sealed class FormCounter(TimeProvider clock)
{
    /// Told apart for a form and a day; a link can name any.
    private const int MostCampaigns = 200;

    private readonly Lock door = new();
    private readonly HashSet<(int Form, Campaign Campaign)> known = [];
    private readonly Dictionary<int, int> campaigns = [];
    private Dictionary<CountKey, long> counts = [];
    private int today;

    public void Viewed(int form, string channel, Campaign campaign) => Count(form, Counted.View, channel, campaign);

    public void Started(int form, string channel, Campaign campaign) => Count(form, Counted.Start, channel, campaign);

    /// Back: somebody who had left goes on.
    public void Stopped(int form, string channel, Field field, bool back)
    {
        lock (door)
            Add(form, Counted.Stop, channel, FormCount.NameOf(field), back ? -1 : 1);
    }

    public void Sent(int form, string channel, Campaign campaign, int? seconds)
    {
        Count(form, Counted.Send, channel, campaign);
        if (seconds is not { } time)
            return;
        lock (door)
            Add(form, Counted.Time, channel, Seconds.ClassOf(time), 1);
    }

    /// All that was counted since, which is the caller's now.
    public IReadOnlyDictionary<CountKey, long> Take()
    {
        lock (door)
        {
            var taken = counts;
            counts = [];
            return taken;
        }
    }

    /// It could not be stored.
    public void PutBack(IReadOnlyDictionary<CountKey, long> taken)
    {
        lock (door)
            foreach (var (key, count) in taken)
                counts[key] = counts.GetValueOrDefault(key) + count;
    }

    private void Count(int form, Counted what, string channel, Campaign campaign)
    {
        lock (door)
            Add(form, what, channel, Known(form, campaign).Key, 1);
    }

    private void Add(int form, Counted what, string channel, string name, long count)
    {
        var key = new CountKey(form, Today(), what, channel, name);
        counts[key] = counts.GetValueOrDefault(key) + count;
    }

    private Campaign Known(int form, Campaign campaign)
    {
        Today();
        if (campaign == Campaign.None || known.Contains((form, campaign)))
            return campaign;
        var number = campaigns.GetValueOrDefault(form);
        if (number == MostCampaigns)
            return Campaign.Other;
        campaigns[form] = number + 1;
        known.Add((form, campaign));
        return campaign;
    }

    private int Today()
    {
        var day = FormCount.DayOf(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (day != today)
        {
            today = day;
            known.Clear();
            campaigns.Clear();
        }
        return day;
    }
}

/// One row of form_counts.
public readonly record struct CountKey(int Form, int Day, Counted What, string Channel, string Name);
