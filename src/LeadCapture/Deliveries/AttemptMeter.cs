using System.Diagnostics.Metrics;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// How many attempts there are, how long they take and how they end.
public sealed class AttemptMeter(IMeterFactory meters)
{
    /// The meter of everything that is counted here.
    public const string Name = "LeadCapture";

    private readonly Histogram<double> attempts = meters.Create(Name).CreateHistogram(
        "leadcapture.attempt.duration", "s", "Attempts to hand a lead over, or to find out whether it arrived.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60] });

    public void Ended(AttemptKind kind, ReplyIoResult answer, TimeSpan took) => attempts.Record(took.TotalSeconds,
        new("kind", kind.ToString()), new("outcome", answer.Outcome.ToString()), new("cause", answer.Cause.ToString()));
}
