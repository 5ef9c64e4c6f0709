using LeadCapture.Admin.Runs;
using LeadCapture.Catalogue;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;
using LeadCapture.Shared;
using LeadCapture.Submissions.Spam;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// All that is known of a lead.
public sealed record LeadPage(
    Lead Lead, Delivery Delivery, PublishedForm Form, IReadOnlyList<Attempt> Attempts, IReadOnlyList<Correction> Corrections)
{
    private static readonly string[] TakenElsewhere = ["email", "phone", "phone2", "linkedInUrl"];

    /// How its visitor came; null where nothing is known of it.
    public Attribution? Came { get; } = Attribution.Parse(Lead.AttributionJson);

    /// That it was part of, the newest first.
    public IReadOnlyList<RunOfLead> Runs { get; init; } = [];

    /// Where a tablet captured it; null: it came in another way.
    public BoothOrigin? Booth { get; init; }
    public IReadOnlyList<OtherCapture> AlsoCaptured { get; init; } = [];

    /// That of a business card; null: none came with it.
    public PhotoSize? Photo { get; init; }

    public LeadNeighbors Beside { get; init; } = new(new(), null, null, 0, 0);

    /// The form's mapping of this moment.
    public required FormDefinition Today { get; init; }

    public SubmittedAnswers Answers { get; } = SubmittedAnswers.Parse(Lead.AnswersJson);

    public string Name => Answers.Name() ?? Answers.Email ?? Answers.LinkedInUrl ?? Lead.Reference;

    /// Where it stands, in a sentence.
    public string Standing => Delivery.State switch
    {
        _ when UnderWay => T["It is being sent right now."],
        DeliveryState.Waiting or DeliveryState.Unconfirmed or DeliveryState.NeedsAttention when Delivery.HasContact => FollowUpStanding,
        DeliveryState.Waiting => T["Waiting to be sent."],
        DeliveryState.Unconfirmed =>
            T["Sent, but delivery is not confirmed. LeadCapture looks it up in Reply.io before sending it again."],
        DeliveryState.Delivered => T["Delivered to Reply.io."],
        DeliveryState.NeedsAttention => T["Not delivered. Correct, resubmit, or discard it."],
        DeliveryState.Quarantined => T["Looks like spam, so it was not sent. Release or discard it."],
        _ => T["Discarded. It will not be sent."],
    };

    private string FollowUpStanding => (Delivery.State, Delivery.Step) switch
    {
        (DeliveryState.NeedsAttention, DeliveryStep.Lists) =>
            T["Contact created, not added to its list. Resubmit to try again, or cancel the follow-up."],
        (DeliveryState.NeedsAttention, DeliveryStep.Removal) => T["Not removed from the sequence. Resubmit to try again."],
        (DeliveryState.NeedsAttention, _) => T["Contact created, not enrolled. Resubmit to try again, or cancel the follow-up."],
        (DeliveryState.Unconfirmed, _) =>
            T["Contact created. Whether the follow-up arrived is not confirmed: LeadCapture checks before it repeats anything."],
        (_, DeliveryStep.Sequence) => T["Contact created. It joins its sequence next."],
        _ => T["Contact created. The follow-up is on its way."],
    };

    /// What follows after the contact, or whether there was one: worth a panel of its own.
    public bool HasFollowUp => Delivery.FollowUp is not null || Delivery.WasKnown is not null || FollowUp.MayEnroll;

    public FollowUpPanel FollowUp => new(Delivery, Known);

    /// What Reply.io has, by name.
    public CatalogueState Known { get; init; } = CatalogueState.Empty;

    /// What it was quarantined for; nothing where it never was.
    public IReadOnlyList<SpamSign> Signs => SpamSigns.Read(Delivery.SpamSigns);

    /// A worker holds it.
    public bool UnderWay => Delivery.AttemptId is not null;

    /// When the next attempt is due.
    public DateTime? Next => UnderWay ? null : Delivery.DueAt;

    public static string ResultOf(Attempt attempt) => (attempt.Outcome, attempt.Cause) switch
    {
        (null, _) => T["In progress"],
        (Outcome.Refused, { } cause) => cause.Words(),
        ({ } outcome, { } cause) => T["{0}: {1}", outcome.Words(), cause.Words()],
        ({ } outcome, _) => outcome.Words(),
    };

    public Contact? Contact => Delivery.ContactJson is { } json ? Contact.Parse(json) : null;

    public IReadOnlyList<(string Label, string Value)> Captured => AnswerSummary.Of(Answers, Form.Definition);

    /// What people take elsewhere: addresses and numbers.
    public bool IsTaken(string label) => TakenElsewhere.Any(name => Form.Definition.PropertyField(name).ShownLabel == label);

    /// What the form does not ask for, and does not pass on.
    public bool IsKeptHere((string Label, string Value) answer) => NotPassedOn.Contains(answer);

    /// What a condition of the form hides for these answers: a visitor without script typed it, or changed an answer afterwards.
    public bool IsHidden((string Label, string Value) answer) => NotShown.Contains(answer);

    private IReadOnlyList<(string Label, string Value)> NotShown =>
    [
        .. Visibility.Of(Form.Definition, Answers).Hidden.Select(hidden => (hidden.ShownLabel, hidden.Show(Answers.To(hidden) ?? ""))),
    ];

    private IReadOnlyList<(string Label, string Value)> NotPassedOn => [.. AnswerSummary.Unasked(
        Answers with
        {
            Properties = Answers.Properties.Where(one => !Form.Definition.Forwards(one.Key)).ToDictionary(),
            CustomFields = [.. Answers.CustomFields.Where(one => !Form.Definition.Forwards(one))],
        }, Form.Definition)];

    /// What came along unseen, such as where the visitor came from.
    public IReadOnlyList<(string Label, string Value)> Unseen =>
    [
        .. from hidden in Form.Definition.Fields
           where !hidden.Kind.IsSeen
           let value = hidden.Property is { } property
               ? Answers.Properties.GetValueOrDefault(property)
               : Answers.CustomFields.Find(answer => Form.Definition.FieldOf(answer.Key) == hidden)?.Value
           where value is not null
           select (hidden.ShownLabel, value),
    ];

    public IReadOnlyList<(string Label, string Sent, string? Stored)> Differences =>
        (Delivery.HasContact || Delivery.FailureKey is FailureGroup.KnownWithout or FailureGroup.FromBackup)
            && Contact is { } contact
            ? LeadCapture.Forms.Differences.Between(Answers, Form.Definition, contact, Today)
            : [];

    public IReadOnlyList<Change> ChangesOf(Correction correction) =>
        Change.Between(SubmittedAnswers.Parse(correction.Before), SubmittedAnswers.Parse(correction.After), Form.Definition);

    /// Where and what Reply.io complained about.
    public IReadOnlyList<FieldProblem> Problems => ReplyProblems.Of(Delivery.Problems, Answers, Form.Definition);

    /// What to do about it, where that is known; else the complaint.
    public string Advice(FieldProblem problem) => ProblemWords.Of(problem, Answers, Form.Definition)?.Advice ?? problem.Detail;

    public string? AdviceOn(FormInput input) => Problems.FirstOrDefault(problem => problem.Input == input.Name) is { } problem
        ? Advice(problem)
        : input.Error;

    /// What is wrong with it can be corrected on its page.
    public bool IsMended =>
        Delivery.State == DeliveryState.NeedsAttention && !UnderWay && Problems.Any(problem => problem.Input != "");

    /// All of it, for the history.
    public string ProblemSentence =>
        string.Join("; ", Problems.Select(SentenceOf)) is { Length: <= 500 } all ? all : T["Rejected by Reply.io"];

    private string SentenceOf(FieldProblem problem) =>
        T["{0}: {1}", problem.Label, ProblemWords.Of(problem, Answers, Form.Definition)?.Name ?? problem.Detail];

    /// The page may soon have to say something else.
    public bool IsMoving(DateTime now) => UnderWay
        || (Delivery.State is DeliveryState.Waiting or DeliveryState.Unconfirmed && Delivery.DueAt is { } due && due < now.AddMinutes(1));

    /// Another one, where what the page says is another thing.
    public string Mark => string.Join('-', Delivery.State, Delivery.Step, Delivery.Attempts, UnderWay, Corrections.Count);

    /// Each answer as it was captured, and as Reply.io has it; null there: as captured.
    public IReadOnlyList<AnswerBesideContact> Compared =>
    [
        .. Captured.Concat(Unseen).Select(answer => Differences.FirstOrDefault(one => one.Label == answer.Label && one.Sent == answer.Value) is
            { Label: not null } difference
            ? new AnswerBesideContact(answer.Label, answer.Value, IsDifferent: true, difference.Stored)
            : new AnswerBesideContact(answer.Label, answer.Value, IsDifferent: false, null)),
    ];
}

/// Stored: null where the contact lacks it.
public sealed record AnswerBesideContact(string Label, string Value, bool IsDifferent, string? Stored);

/// Times: when it was captured by our clock, and when it came here.
public sealed record BoothOrigin(string Device, string Event, string By, DateTime CapturedAt, DateTime ReceivedAt);

/// The same person, captured once more at the same event.
public sealed record OtherCapture(Guid Lead, string Receipt, string Device, string By, DateTime CapturedAt)
{
    public string Reference => LeadCapture.Leads.Lead.ReferenceOf(Receipt);
}

/// In pixels.
public sealed record PhotoSize(int Width, int Height);
