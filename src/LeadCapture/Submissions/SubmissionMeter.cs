using System.Diagnostics.Metrics;
using LeadCapture.Deliveries;

namespace LeadCapture.Submissions;

/// What came in by which way, and what became of it.
public sealed class SubmissionMeter(IMeterFactory meters)
{
    private readonly Counter<long> submissions = meters.Create(AttemptMeter.Name)
        .CreateCounter<long>("leadcapture.submissions", "{submission}", "Submissions of forms, by what became of them.");

    public SubmissionResult Counted(SubmissionResult result, Origin origin)
    {
        submissions.Add(1, new("channel", origin.Channel), new("result", WordOf(result)));
        return result;
    }

    private static string WordOf(SubmissionResult result) => result switch
    {
        SubmissionResult.Accepted { Lead.IsNew: false } => "Repeated",
        SubmissionResult.Accepted { Lead.IsQuarantined: true } => "Quarantined",
        _ => result.GetType().Name,
    };
}
