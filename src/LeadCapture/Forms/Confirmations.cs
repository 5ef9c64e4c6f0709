using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

/// Finds by its receipt what became of a lead.
public sealed class Confirmations(IDbContextFactory<LeadDb> databases, FormCatalog forms)
{
    public async Task<Confirmation?> Find(string receipt, CancellationToken aborted)
    {
        await using var db = await databases.CreateDbContextAsync(aborted);
        var found = await db.Deliveries.AsNoTracking().Where(delivery => delivery.Lead!.Receipt == receipt)
            .Select(delivery => new { delivery.Lead, delivery.State, delivery.ContactJson }).SingleOrDefaultAsync(aborted);
        if (found is null)
            return null;
        var form = await forms.Version(found.Lead!.FormId, found.Lead.FormVersion);
        return new(found.Lead, form, found.State, found.ContactJson is { } json ? Contact.Parse(json) : null);
    }
}

public sealed record Confirmation(Lead Lead, PublishedForm Captured, DeliveryState State, Contact? Contact)
{
    public int FormId => Lead.FormId;

    /// The word of the contract. A quarantined lead says "waiting": a spammer learns nothing.
    public string Delivery => State switch
    {
        DeliveryState.Delivered => "delivered",
        DeliveryState.Unconfirmed => "unconfirmed",
        DeliveryState.NeedsAttention or DeliveryState.Discarded => "needs-attention",
        _ => "waiting",
    };

    public bool ShowsContact => Captured.Definition.Confirmation == ConfirmationMode.Contact;

    public ConfirmationPage ToPage(PublishedForm form, FormShape shape)
    {
        var answers = Answers.Parse(Lead.Answers);
        var contact = ShowsContact && State == DeliveryState.Delivered ? Contact : null;
        return new()
        {
            Slug = form.Slug,
            Form = Captured.Definition,
            Shape = shape,
            Receipt = Lead.Receipt,
            Reference = Lead.Reference,
            Delivery = Delivery,
            ReceivedAt = Lead.ReceivedAt,
            Summary = AnswerSummary.Of(answers, Captured.Definition),
            Contact = contact,
            NotStored = contact is null ? [] : Differences.Between(answers, Captured.Definition, contact),
        };
    }
}
