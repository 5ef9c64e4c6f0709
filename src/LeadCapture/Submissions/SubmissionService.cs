using System.Net;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Forms.Numbers;
using LeadCapture.Leads;
using LeadCapture.Localization;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using LeadCapture.Submissions.ApiKeys;
using LeadCapture.Submissions.Spam;
using static LeadCapture.Submissions.SubmissionText;

namespace LeadCapture.Submissions;

/// The one door for every way in: page, embed, booth and API. Limits, tidies, checks, stores as a lead with its delivery, then waits
/// a little for word from Reply.io.
public sealed partial class SubmissionService(
    PostLimit limit, KeyLimit keyLimit, FormDoor door, DeliveryQueue queue, OutcomeNotifier outcomes, Clicks clicks, ReplyOptions options,
    SpamCheck spam, TimeProvider clock, SubmissionMeter meter, FormCounter counter, ILogger<SubmissionService> logger)
{
    public static string NotStored =>
        T["We could not save your details just now. Nothing is lost: everything you typed is still here. Send it again in a moment."];

    private const string Incomplete = "Captured on a tablet with answers that its form doesn't accept. Correct them and resubmit.";

    public static string OtherBody =>
        T["This Idempotency-Key was used with another body. Send a new key for another lead."];

    /// Whether this address may send any more for now. Accept asks by itself.
    public bool Admits(IPAddress? sender) => limit.Allows(sender);

    private bool Admits(Origin origin) => origin.Key is { } key ? keyLimit.Allows(key) : Admits(origin.Sender);

    /// Read is asked only where the address may send.
    public async Task<SubmissionResult> Accept(
        PublishedForm form, Func<Submission> read, Origin origin, CancellationToken aborted) =>
        Count(form, await Decide(form, read, origin, aborted), origin);

    private SubmissionResult Count(PublishedForm form, SubmissionResult result, Origin origin)
    {
        if (result is SubmissionResult.Accepted { Lead: { IsNew: true, IsQuarantined: false }, Submission: var sent })
            counter.Sent(form.Id, origin.Channel, Campaign.Of(sent), sent.Elapsed);
        return meter.Counted(result, origin);
    }

    /// A line of a file, whose id stands for what it says: where there is a lead with it, that is this line, whatever an earlier
    /// version has made of it. Nobody waits for word, and no address is counted. A store that does not take it throws.
    public async Task<SubmissionResult> Import(PublishedForm form, Submission line)
    {
        var origin = new Origin(Lead.Imported);
        var submission = Tidying.Of(form.Definition, line);
        var check = FormRules.Of(form.Definition).Validate(submission);
        return meter.Counted(check.IsValid
            ? new SubmissionResult.Accepted(await queue.Enqueue(LeadOf(form, submission, origin), BeginningOf(form)), submission)
            : new SubmissionResult.Invalid(submission, check.Errors), origin);
    }

    /// What a paired tablet has captured. Its visitor was thanked, so it is taken whatever is wrong with it, and somebody corrects it then.
    public async Task<AcceptedLead> TakeCaptured(PublishedForm form, Submission sent, Origin origin, string receipt, bool isLive)
    {
        var submission = Tidying.Of(form.Definition, sent);
        var problems = English.Of(() => RuleProblems.Of(FormRules.Of(form.Definition).Validate(submission), submission));
        submission = Nameless.SetAside(submission);
        var lead = LeadOf(form, submission, origin, receipt, problems);
        var answers = submission.ToAnswers(form.Definition);
        var existing = form.Definition.ExistingContact;
        var taken = await queue.Enqueue(lead, one => problems.Count > 0 ? Delivery.Held(one, existing, Incomplete, problems, answers)
            : isLive ? Delivery.Of(one, existing) : Delivery.Late(one, existing));
        Count(form, new SubmissionResult.Accepted(taken, submission), origin);
        return taken;
    }

    private async Task<SubmissionResult> Decide(
        PublishedForm form, Func<Submission> read, Origin origin, CancellationToken aborted)
    {
        if (!Admits(origin))
            return new SubmissionResult.RateLimited();
        var submission = read();
        form = await door.ShownTo(form, submission);
        submission = Tidying.Of(form.Definition, submission);
        if (await door.AdmissionOf(form, submission) is var admission and not Admission.Open)
            return new SubmissionResult.Closed(submission, admission);
        var check = FormRules.Of(form.Definition).Validate(submission);
        if (!check.IsValid)
            return new SubmissionResult.Invalid(submission, check.Errors);
        var signs = await spam.Look(form, submission, origin);
        return await TryTake(form, submission, origin, BeginningOf(form, signs), aborted) switch
        {
            null => new SubmissionResult.NotStored(submission),
            { Differs: true } => new SubmissionResult.KeyReused(),
            var lead => new SubmissionResult.Accepted(lead, submission),
        };
    }

    /// What is suspected is thanked for like any other, and a person looks at it before it is sent.
    private static Func<Lead, Delivery> BeginningOf(PublishedForm form, string? signs = null) => (form.Definition.ExistingContact, signs) switch
    {
        (ExistingContact.Create, null) => lead => Delivery.Of(lead),
        (var existing, null) => lead => Delivery.Of(lead, existing),
        (var existing, _) => lead => Delivery.Quarantined(lead, existing, signs),
    };

    /// Null where the store did not take it: only what is on disk is thanked for.
    private async Task<AcceptedLead?> TryTake(
        PublishedForm form, Submission submission, Origin origin, Func<Lead, Delivery> begin, CancellationToken aborted)
    {
        try
        {
            var lead = LeadOf(form, submission, origin);
            return submission.Id == "" && origin is { IsClicked: true, Sender: { } sender }
                ? await TakeClick(lead, begin, sender, aborted)
                : await TakeOnce(lead, begin, submission.IsKeyed, aborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !aborted.IsCancellationRequested)
        {
            NotTaken(fault, form.Slug);
            return null;
        }
    }

    /// What was sent twice is one lead; what was changed in between (back, corrected, sent again) is another.
    private async Task<AcceptedLead> TakeOnce(Lead lead, Func<Lead, Delivery> begin, bool isKeyed, CancellationToken aborted)
    {
        var accepted = await Take(lead, begin, aborted);
        if (accepted.IsNew || accepted.AnswersHash == lead.AnswersHash)
            return accepted;
        return isKeyed
            ? accepted with { Differs = true }
            : await Take(lead.Under($"{lead.SubmissionId}/{lead.AnswersHash}"), begin, aborted);
    }

    /// A plain form names no submission. Nearly always it is the first one of its kind, and nothing more is asked.
    private async Task<AcceptedLead> TakeClick(Lead lead, Func<Lead, Delivery> begin, IPAddress sender, CancellationToken aborted)
    {
        var series = clicks.SeriesOf(lead, sender);
        var accepted = await Take(lead.Under(Clicks.First(series)), begin, aborted);
        while (!accepted.IsNew && !Clicks.AreOne(accepted.ReceivedAt, lead.ReceivedAt))
            accepted = await Take(lead.Under(await clicks.Next(series, lead)), begin, aborted);
        return accepted;
    }

    private async Task<AcceptedLead> Take(Lead lead, Func<Lead, Delivery> begin, CancellationToken aborted)
    {
        var word = outcomes.Expect(lead.Id);
        try
        {
            var accepted = await queue.Enqueue(lead, begin);
            if (accepted.UnderWay)
                await outcomes.Wait(lead.Id, word, options.InlineWait, aborted);
            return accepted;
        }
        finally
        {
            outcomes.Forget(lead.Id);
        }
    }

    private Lead LeadOf(
        PublishedForm form, Submission submission, Origin origin, string? receipt = null, IReadOnlyList<Problem>? problems = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var answers = submission.ToAnswers(form.Definition);
        var (email, linkedIn) = answers.Shown(form.Definition).Person;
        var json = answers.ToJson();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Receipt = receipt ?? Receipt.New(),
            FormId = form.Id,
            FormVersion = form.Version,
            SubmissionId = submission.Id == "" ? Guid.NewGuid().ToString("N") : submission.Id,
            ReceivedAt = now,
            Channel = origin.Channel,
            DeviceId = origin.DeviceId,
            EventId = origin.EventId,
            Page = submission.Page == "" ? null : submission.Page,
            AttributionJson = submission.Attribution?.ToJson(),
            Email = IsWrong("email") ? null : email,
            LinkedIn = IsWrong("linkedInUrl") ? null : linkedIn,
            AnswersJson = json,
            AnswersHash = Lead.HashOf(json),
        };

        bool IsWrong(string property) => problems?.Any(problem => problem.Field == property) == true;
    }

    [LoggerMessage(LogLevel.Error, "A lead of form {Slug} could not be saved; the visitor got the form back")]
    private partial void NotTaken(Exception fault, string slug);
}
