namespace LeadCapture.Benchmarks.Load;

public static class LoadTable
{
    public static void Print(StoreKind store, IReadOnlyList<(LoadCell Limit, LoadCell App)> rows)
    {
        Console.WriteLine($"{store} (limit, then app)\n{"conns",5} {"delay",5} | {"leads/s",17} {"ratio",6} | "
            + $"{"p50 ms",14} | {"p99 ms",16} | {"peak MB",9} | counts");
        foreach (var (limit, app) in rows)
            Console.WriteLine(string.Create(InvariantCulture,
                $"{app.Connections,5} {app.Delay,5} | {limit.PerSecond,8:0} {app.PerSecond,8:0} "
                + $"{app.PerSecond / limit.PerSecond,6:0.00} | {limit.P50,6:0.0} {app.P50,7:0.0} | "
                + $"{limit.P99,7:0.0} {app.P99,8:0.0} | {limit.Memory,4} {app.Memory,4} | "
                + $"limit {limit.Counts}, app {app.Counts}"));
    }
}
