using LeadCapture.Data;

namespace LeadCapture.Benchmarks.Processes;

/// The app with a clock of ours: one that runs faster, or one that jumps because a file says by how many seconds it is wrong.
public static class ClockedNode
{
    public const string ClockFile = "LEADCAPTURE_CLOCK_FILE";

    public static async Task<int> Run(string[] arguments)
    {
        await using var app = await LeadCaptureApp.Start(arguments, builder => Set(builder.Services));
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// A clock that runs faster is that of the store and of all nodes; one that jumps is the machine's alone.
    private static void Set(IServiceCollection services)
    {
        if (RunningClock.FromEnvironment() is { } running)
            services.AddSingleton<TimeProvider>(running);
        else
            services.AddSingleton(new MachineClock(new JumpingClock(Environment.GetEnvironmentVariable(ClockFile)!)));
    }

    /// The wall clock jumps as if somebody had set it; timers go on as they would then.
    private sealed class JumpingClock(string file) : TimeProvider
    {
        private const int ReadAgainAfter = 100;
        private long readAt = -ReadAgainAfter;
        private double seconds;

        public override DateTimeOffset GetUtcNow()
        {
            if (Environment.TickCount64 - Interlocked.Read(ref readAt) >= ReadAgainAfter)
                Read();
            return base.GetUtcNow().AddSeconds(Volatile.Read(ref seconds));
        }

        private void Read()
        {
            Interlocked.Exchange(ref readAt, Environment.TickCount64);
            if (File.Exists(file) && double.TryParse(File.ReadAllText(file), InvariantCulture, out var jump))
                Volatile.Write(ref seconds, jump);
        }
    }
}
