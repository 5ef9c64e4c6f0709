namespace LeadCapture.Benchmarks.Accounts;

/// What one account of Reply.io allows, counted exactly: so many calls a minute and so many an hour, in any window.
public sealed class AccountBudget(Limits limits) : ICallBudget
{
    private readonly SlidingWindow minute = new(limits.PerMinute, TimeSpan.FromMinutes(1));
    private readonly SlidingWindow hour = new(limits.PerHour, TimeSpan.FromHours(1));
    private int underWay;

    public int Left(TimeSpan now) => Math.Min(minute.Left(now, underWay), hour.Left(now, underWay));

    public bool Take(TimeSpan now, int wanted) => TakeMany(now, 1) == 1;

    /// As many as there are, at most so many.
    public int TakeMany(TimeSpan now, int wanted)
    {
        var taken = Math.Max(0, Math.Min(wanted, Left(now)));
        underWay += taken;
        return taken;
    }

    public void End(TimeSpan now)
    {
        underWay--;
        minute.End(now);
        hour.End(now);
    }

    /// It was taken, and never made.
    public void GiveBack() => underWay--;

    /// Null where it is not for a window to say: a call is free now, or all that count are under way.
    public TimeSpan? FreeAt(TimeSpan now)
    {
        var (inMinute, inHour) = (minute.Left(now, underWay), hour.Left(now, underWay));
        return (inMinute, inHour) switch
        {
            ( > 0, > 0) => null,
            ( > 0, _) => hour.FreeAt,
            (_, > 0) => minute.FreeAt,
            _ => minute.FreeAt > hour.FreeAt ? minute.FreeAt : hour.FreeAt,
        };
    }
}

public readonly record struct Limits(int PerMinute, int PerHour);
