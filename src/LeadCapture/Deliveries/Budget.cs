using LeadCapture.Data;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// Our share of Reply.io's rate limit, counted from the attempts of the last minute and hour. A call counts from the last moment
/// at which it can have arrived there, so that no window of theirs ever sees more than the share.
public sealed class Budget
{
    /// The calls that the longest attempt makes: below this much, one may have to wait.
    private const int Narrow = 4;

    public static Budget Unlimited => new();

    private int whole = int.MaxValue;

    private Budget()
    {
    }

    public int Left { get; private set; } = int.MaxValue;

    /// When calls are free again, while few are left.
    public DateTime? FreeAt { get; private set; }

    public static async ValueTask<Budget> Read(Session session, ReplyOptions options, DateTime now)
    {
        var budget = new Budget();
        await budget.Limit(session, options.RequestsPerMinute, TimeSpan.FromMinutes(1), now);
        await budget.Limit(session, options.RequestsPerHour, TimeSpan.FromHours(1), now);
        return budget;
    }

    /// An attempt that may need more calls than a whole window has goes when the window is empty, or it would never go.
    public bool Take(int calls)
    {
        if (Math.Min(calls, whole) > Left)
            return false;
        Left = Math.Max(0, Left - calls);
        return true;
    }

    private async ValueTask Limit(Session session, int limit, TimeSpan window, DateTime now)
    {
        if (limit == 0)
            return;
        var (used, oldest) = (await session.Query(
            "SELECT coalesce(sum(calls), 0), min(counts_at) FROM attempts WHERE counts_at > $1",
            row => ((int)row.GetInt64(0), session.TimeOrNull(row, 1)), now - window))[0];
        whole = Math.Min(whole, limit);
        Left = Math.Min(Left, Math.Max(0, limit - used));
        // Where both windows are narrow, the later one decides.
        if (limit - used < Narrow && !(FreeAt > oldest + window))
            FreeAt = oldest + window;
    }
}
