namespace LeadCapture.Data;

/// The clocks of this machine, right or wrong: the wall clock, and the one that only measures how much time has passed.
public sealed record MachineClock(TimeProvider Time)
{
    public Stopped Start() => new(this, Time.GetTimestamp(), Time.GetUtcNow());

    /// How much has passed since, by the clock that says more: the measuring one can stand still in a machine that is paused, the
    /// wall clock can be set back.
    public readonly record struct Stopped(MachineClock Clock, long Timestamp, DateTimeOffset Wall)
    {
        public TimeSpan Elapsed
        {
            get
            {
                var (measured, wall) = (Clock.Time.GetElapsedTime(Timestamp), Clock.Time.GetUtcNow() - Wall);
                return measured > wall ? measured : wall;
            }
        }

        /// By how much the two have moved apart.
        public TimeSpan Drift => (Clock.Time.GetElapsedTime(Timestamp) - (Clock.Time.GetUtcNow() - Wall)).Duration();
    }
}
