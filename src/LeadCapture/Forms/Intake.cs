using System.Security.Cryptography;
using System.Text;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Settings;

namespace LeadCapture.Forms;

/// Takes a checked submission: stores it as a lead with its delivery, then waits a little for word from Reply.io.
public sealed partial class Intake(Ledger ledger, Outcomes outcomes, ReplyOptions options, TimeProvider clock,
    ILogger<Intake> logger)
{
    public const string NotStored =
        "We could not save your details just now. Nothing is lost: everything you typed is still here. "
        + "Send it again in a moment.";

    /// Null where the store did not take it: only what is on disk is thanked for. What was sent twice is one lead; what was
    /// changed in between (back, corrected, sent again) is another.
    public async Task<Accepted?> TryTake(PublishedForm form, Submission submission, string channel, CancellationToken aborted)
    {
        try
        {
            var lead = LeadOf(form, submission, channel, submission.Id);
            var accepted = await Take(lead, aborted);
            return accepted.IsNew || accepted.Answers == lead.Answers
                ? accepted
                : await Take(LeadOf(form, submission, channel, ChangedId(submission.Id, lead.Answers)), aborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !aborted.IsCancellationRequested)
        {
            NotTaken(fault, form.Slug);
            return null;
        }
    }

    private async Task<Accepted> Take(Lead lead, CancellationToken aborted)
    {
        var word = outcomes.Expect(lead.Id);
        try
        {
            var accepted = await ledger.Accept(lead);
            if (accepted.UnderWay)
                await outcomes.Wait(lead.Id, word, options.InlineWait, aborted);
            return accepted;
        }
        finally
        {
            outcomes.Forget(lead.Id);
        }
    }

    private Lead LeadOf(PublishedForm form, Submission submission, string channel, string submissionId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var answers = submission.ToAnswers(form.Definition);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Receipt = Receipt.New(),
            FormId = form.Id,
            FormVersion = form.Version,
            SubmissionId = submissionId == "" ? Guid.NewGuid().ToString("N") : submissionId,
            ReceivedAt = now,
            Channel = channel,
            Page = submission.Page == "" ? null : submission.Page,
            Email = answers.Email?.ToLowerInvariant(),
            Answers = answers.ToJson(),
        };
    }

    /// The same change sent twice is one lead as well.
    private static string ChangedId(string submissionId, string answers) =>
        submissionId + "/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answers)));

    [LoggerMessage(LogLevel.Error, "A lead of form {Slug} could not be stored; the visitor got the form back")]
    private partial void NotTaken(Exception fault, string slug);
}
