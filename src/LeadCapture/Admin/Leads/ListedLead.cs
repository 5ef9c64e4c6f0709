using System.Linq.Expressions;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// A row of the list.
public sealed record ListedLead(
    Guid Id, DateTime ReceivedAt, string Receipt, int FormId, string Channel, string? Page, string AnswersJson, DeliveryState State,
    Cause? Cause, string? Reason, int Attempts, int? ContactId)
{
    public static readonly Expression<Func<Delivery, ListedLead>> Of = delivery => new ListedLead(
        delivery.LeadId, delivery.Lead!.ReceivedAt, delivery.Lead.Receipt, delivery.Lead.FormId, delivery.Lead.Channel,
        delivery.Lead.Page, delivery.Lead.AnswersJson, delivery.State, delivery.Cause, delivery.Reason, delivery.Attempts,
        delivery.ContactId)
    {
        FormVersion = delivery.Lead.FormVersion,
        AttributionJson = delivery.Lead.AttributionJson,
        Problems = delivery.Problems,
        SpamSigns = delivery.SpamSigns,
    };

    public int FormVersion { get; init; }

    /// How its visitor came, as it is kept.
    public string? AttributionJson { get; init; }

    /// Reply.io's complaints, as they are kept.
    public string? Problems { get; init; }

    /// Of spam, as they are kept.
    public string? SpamSigns { get; init; }

    public SubmittedAnswers Answers { get; } = SubmittedAnswers.Parse(AnswersJson);

    public string Reference => Lead.ReferenceOf(Receipt);

    public string Name => Answers.Name() ?? Answers.Email ?? Answers.LinkedInUrl ?? Reference;

    /// What stands in the way of it, in a few words; "" where nothing does.
    public string ProblemIn(FormDefinition form) => State switch
    {
        DeliveryState.Delivered or DeliveryState.Discarded => "",
        DeliveryState.NeedsAttention when ReplyProblems.Of(Problems, Answers, form) is [var first, ..] =>
            T["{0}: {1}", first.Label, ProblemWords.Of(first, Answers, form)?.Name ?? first.Detail],
        // The strongest of them: they are kept in that order.
        DeliveryState.Quarantined => Submissions.Spam.SpamSigns.Read(SpamSigns) is [var sign, ..] ? sign.Words() : "",
        DeliveryState.NeedsAttention when Reason is { Length: > 0 } reason => reason,
        _ => Cause?.Words() ?? "",
    };

    /// Whole, where the row shows a part.
    public string Who => Company is "" || Company == Name ? Name : $"{Name}, {Company}";

    public string FromWhere(string form) => $"{form} · {LeadWords.Channel(Channel)}";

    public string Company => Answers.Properties.GetValueOrDefault("company", "");
}

public sealed record LeadListPage(
    LeadFilter Filter, IReadOnlyList<ListedLead> Leads, IReadOnlyList<PublishedForm> Forms, Pager Pager)
{
    /// What was searched for; null where the list is shown.
    public string? Search { get; init; }

    public IReadOnlyList<LeadTab> Tabs { get; init; } = [];
    public IReadOnlyList<SavedView> Views { get; init; } = [];

    /// The name that was typed for a view and is not accepted.
    public string NewView { get; init; } = "";

    /// How many filters are set, beside the tab.
    public int Narrowed => (Filter with { State = null }).Words.Count();

    public string ProblemOf(ListedLead lead) =>
        Forms.FirstOrDefault(form => form.Id == lead.FormId) is { } form ? lead.ProblemIn(form.Definition) : lead.Cause?.Words() ?? "";
    /// Of what was searched for, only the newest are shown.
    public bool HasMore { get; init; }

    /// One or two letters: no more than the newest leads were looked through.
    public bool AmongNewest { get; init; }

    /// Behind this lead the next page begins; null on the last one.
    public Guid? End { get; init; }

    /// The list ends here because no more was looked through at once.
    public bool GoesOn { get; init; }

    /// How many fit, where they are all on this page.
    public int? HowMany => Pager is { First: null, Next: null } ? Leads.Count : null;

    public string TitleOf(int form) => TitleOf(form, Forms);

    public static string TitleOf(int form, IReadOnlyList<PublishedForm> forms) =>
        forms.FirstOrDefault(known => known.Id == form)?.Slug ?? T["Form {0}", form];
}

/// How many leads there are by state; at least so many where counting them all would take too long.
public sealed record LeadCount(IReadOnlyDictionary<DeliveryState, long> States, bool AtLeast)
{
    public long All => States.Values.Sum();
}

public sealed record LeadStretch(IReadOnlyList<(Guid Id, DeliveryState State)> Leads, Guid? Rest);
