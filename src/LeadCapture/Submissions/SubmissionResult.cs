using FluentValidation.Results;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;

namespace LeadCapture.Submissions;

/// What became of a submission. Where it was not taken, all that was typed is still in it.
public abstract record SubmissionResult
{
    private SubmissionResult()
    {
    }

    /// It is on disk. The lead may be one that was there already.
    public sealed record Accepted(AcceptedLead Lead, Submission Submission) : SubmissionResult;

    /// Somebody has to correct it.
    public sealed record Invalid(Submission Submission, IReadOnlyList<ValidationFailure> Errors) : SubmissionResult;

    /// The form takes no new visitors, and nothing says that this one came before.
    public sealed record Closed(Submission Submission, Admission Admission) : SubmissionResult;

    /// Its idempotency key was used with other answers.
    public sealed record KeyReused : SubmissionResult;

    /// Too much came from this address; it was not even read.
    public sealed record RateLimited : SubmissionResult;

    /// The store did not take it. Nobody is thanked, and it can be sent again.
    public sealed record NotStored(Submission Submission) : SubmissionResult;
}
