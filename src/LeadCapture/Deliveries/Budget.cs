using System.Data.Common;
using LeadCapture.Data;

namespace LeadCapture.Deliveries;

/// Our limits of Reply.io's rate limit, counted from the attempts and the calls for no lead of the last minute and hour. A call
/// counts from the last moment at which it can have arrived there, so that no window of theirs ever sees more than the limits.
public sealed class Budget
{
    /// The calls that the longest attempt makes: below this much, one may have to wait.
    private const int Narrow = 4;

    /// Both windows in one go through the newest part of the index, which has all that is asked for. Calls that are for no lead are
    /// few, and a row of their own.
    private const string UsedSql = """
        SELECT coalesce(sum(calls), 0), min(counts_at),
            coalesce(sum(calls) FILTER (WHERE counts_at > $2), 0), min(counts_at) FILTER (WHERE counts_at > $2)
        FROM attempts WHERE counts_at > $1
        UNION ALL
        SELECT coalesce(sum(calls), 0), min(counts_at),
            coalesce(sum(calls) FILTER (WHERE counts_at > $2), 0), min(counts_at) FILTER (WHERE counts_at > $2)
        FROM account_calls WHERE counts_at > $1
        """;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private int whole = int.MaxValue;

    public static Budget Unlimited => new();

    private Budget()
    {
    }

    public int Left { get; private set; } = int.MaxValue;

    /// When calls are free again, while few are left.
    public DateTime? FreeAt { get; private set; }

    public static async ValueTask<Budget> Read(SqlReader reading, BudgetLimits limits, DateTime now)
    {
        var budget = new Budget();
        if (!limits.IsLimited)
            return budget;
        var widest = limits.PerHour > 0 ? Hour : Minute;
        var used = await reading.Query(
            UsedSql, row => (Hour: Used.Of(reading, row, 0), Minute: Used.Of(reading, row, 2)), now - widest, now - Minute);
        budget.Limit(limits.PerMinute, Minute, used[0].Minute.And(used[1].Minute));
        budget.Limit(limits.PerHour, Hour, used[0].Hour.And(used[1].Hour));
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

    private void Limit(int limit, TimeSpan window, Used used)
    {
        if (limit == 0)
            return;
        whole = Math.Min(whole, limit);
        Left = Math.Min(Left, Math.Max(0, limit - used.Calls));
        // Where both windows are narrow, the later one decides.
        if (limit - used.Calls < Narrow && !(FreeAt > used.Oldest + window))
            FreeAt = used.Oldest + window;
    }

    /// The calls of a window, and when the first of them counts.
    private readonly record struct Used(int Calls, DateTime? Oldest)
    {
        public static Used Of(SqlReader reading, DbDataReader row, int column) =>
            new((int)row.GetInt64(column), reading.TimeOrNull(row, column + 1));

        public Used And(Used other) =>
            new(Calls + other.Calls, Oldest is null || other.Oldest < Oldest ? other.Oldest : Oldest);
    }
}
