using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;
using LeadCapture.Shared;

namespace LeadCapture.Pages;

/// Finds by its receipt what became of a lead.
public sealed class Confirmations(Store store, FormCatalog forms, TimeProvider clock)
{
    /// So long a page waits for the sequences of its contact.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    public async Task<Confirmation?> Find(string receipt)
    {
        if (await Read(receipt) is not [var (lead, state, contact, due)])
            return null;
        var form = await forms.Version(lead.FormId, lead.FormVersion);
        return new(lead, form, state, contact is null ? null : Contact.Parse(contact))
        {
            IsFollowing = due < clock.GetUtcNow().UtcDateTime + Soon,
        };
    }

    /// As it is published today.
    public async Task<PublishedForm?> FormOf(string receipt)
    {
        if (!Receipt.Fits(receipt))
            return null;
        await using var reading = await store.Read();
        return await reading.Query("SELECT form_id FROM leads WHERE receipt = $1", row => row.GetInt32(0), receipt) is [var id]
            ? (await forms.All()).FirstOrDefault(form => form.Id == id)
            : null;
    }

    /// What follows after the contact is no visitor's concern. Of the contact only one that this lead made: what Reply.io knew before is
    /// not this visitor's to see, whoever that is.
    private async Task<List<(Lead Lead, DeliveryState State, string? Contact, DateTime? FollowUpDue)>> Read(string receipt)
    {
        await using var reading = await store.Read();
        return await reading.Query(
            $"""
            SELECT {LeadRow.Columns}, CASE WHEN d.step > 0 THEN {(int)DeliveryState.Delivered} ELSE d.state END,
                CASE WHEN d.is_own_contact THEN d.contact_json END, CASE WHEN d.step > 0 THEN d.due_at END
            FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id WHERE l.receipt = $1
            """,
            row => Stored(new(reading, row)),
            receipt);
    }

    private static (Lead, DeliveryState, string?, DateTime?) Stored(SqlCells cells) =>
        (LeadRow.Read(cells), (DeliveryState)cells.Number(), cells.TextOrNull(), cells.TimeOrNull());
}

public sealed record Confirmation(Lead Lead, PublishedForm Captured, DeliveryState State, Contact? Contact)
{
    public int FormId => Lead.FormId;

    /// Lists and a sequence are just being added to the contact.
    public bool IsFollowing { get; init; }

    /// The word of the contract. A quarantined lead says "waiting": a spammer learns nothing.
    public string Delivery => WordOf(State);

    public static string WordOf(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "delivered",
        DeliveryState.Unconfirmed => "unconfirmed",
        DeliveryState.NeedsAttention or DeliveryState.Discarded => "needs-attention",
        _ => "waiting",
    };

    public bool ShowsContact => Captured.Definition.Confirmation == ConfirmationMode.Contact;

    public ConfirmationPage ToPage(PublishedForm form, FormShape shape)
    {
        var answers = SubmittedAnswers.Parse(Lead.AnswersJson);
        var contact = ShowsContact && State == DeliveryState.Delivered ? Contact : null;
        return new()
        {
            Slug = form.Slug,
            Form = Captured.Definition,
            Shape = shape,
            Title = Placeholders.Fill(Captured.Definition.ThanksTitle, Captured.Definition, answers),
            Text = Placeholders.Fill(Captured.Definition.ThanksText, Captured.Definition, answers, SmallMarkdown.Escape) is { Length: > 0 } text
                ? shape.Marked(text)
                : null,
            Receipt = Lead.Receipt,
            Reference = Lead.Reference,
            Onward = shape == FormShape.Embed ? form.Definition.Onward : null,
            Delivery = Delivery,
            ReceivedAt = Lead.ReceivedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", InvariantCulture),
            ReceivedText = ContactText.Of(Lead.ReceivedAt),
            Summary = [.. from answer in AnswerSummary.Of(answers.Shown(Captured.Definition), Captured.Definition)
                select new ContactFact(answer.Label, answer.Value)],
            Contact = contact is null ? null : ContactCard.Of(contact, Captured.Definition),
            IsFollowing = contact is not null && IsFollowing,
            NotStored = contact is null ? [] : Differences.Between(answers, Captured.Definition, contact, form.Definition),
        };
    }
}
