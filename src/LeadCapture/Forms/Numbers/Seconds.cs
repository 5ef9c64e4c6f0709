using System.Globalization;

namespace LeadCapture.Forms.Numbers;

/// How long forms take, in classes: enough for a median, and about nobody.
public static class Seconds
{
    private const int Most = 24 * 60 * 60;
    private static readonly int[] Bounds = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1800, 3600, Most];

    /// Null: no time that a form can take.
    public static int? Read(string typed) =>
        int.TryParse(typed, NumberStyles.None, InvariantCulture, out var seconds) && seconds <= Most ? seconds : null;

    /// The class by the most seconds of it.
    public static string ClassOf(int seconds) => Bounds.First(bound => seconds <= bound).ToString(InvariantCulture);

    /// Null where nothing was counted. Within its class, as if all times were spread evenly.
    public static TimeSpan? Median(IReadOnlyDictionary<string, long> counts)
    {
        var half = counts.Values.Sum() / 2.0;
        var (before, floor) = (0L, 0);
        foreach (var bound in Bounds)
        {
            var here = counts.GetValueOrDefault(bound.ToString(InvariantCulture));
            if (here > 0 && before + here >= half)
                return TimeSpan.FromSeconds(floor + (bound - floor) * (half - before) / here);
            (before, floor) = (before + here, bound);
        }
        return null;
    }
}
