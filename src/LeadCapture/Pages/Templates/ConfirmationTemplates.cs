using LeadCapture.Forms;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages.Templates;

/// Confirmations: the same for every visitor of whom as much is known, but for the words and numbers that are theirs.
public sealed class ConfirmationTemplates(PageTemplates templates)
{
    public Task<IActionResult> Show(Controller controller, ConfirmationPage page, FormVersionShown form)
    {
        var values = templates.Values();
        return templates.Show(controller, "Confirmation", form, Marked(page, values), values);
    }

    private static ConfirmationPage Marked(ConfirmationPage page, TemplateValues values) => page with
    {
        Title = values.Take(page.Title),
        Text = values.Take(page.Text),
        Receipt = values.TakeFixed(page.Receipt),
        Reference = values.TakeFixed(page.Reference),
        Delivery = values.Keep(page.Delivery),
        IsFollowing = values.Keep(page.IsFollowing),
        Onward = values.Keep(page.Onward),
        ReceivedAt = values.TakeFixed(page.ReceivedAt),
        ReceivedText = values.Take(page.ReceivedText),
        Summary = values.Each(page.Summary, (answer, _) => Asked(answer, page.Form, values)),
        Contact = values.Keep(page.Contact is null) ? null : Marked(page.Contact!, page.Form, values),
        NotStored = values.Each(page.NotStored, Marked),
    };

    private static ContactCard Marked(ContactCard card, FormDefinition form, TemplateValues values) => card with
    {
        Name = values.Take(card.Name),
        Initials = values.Take(card.Initials),
        Role = values.Take(card.Role),
        Facts = values.Each(card.Facts, Marked),
        CustomFields = values.Each(card.CustomFields, (field, _) => Asked(field, form, values)),
        Sequences = values.Each(card.Sequences, Marked),
        Lists = values.Each(card.Lists, Marked),
        Details = values.Each(card.Details, Marked),
    };

    /// A label that the form does not have may have been typed by the visitor.
    private static ContactFact Asked(ContactFact answer, FormDefinition form, TemplateValues values) =>
        values.Keep(form.Fields.Any(field => field.ShownLabel == answer.Label))
            ? Marked(answer, values)
            : new(values.Take(answer.Label), values.Take(answer.Value));

    private static ContactFact Marked(ContactFact fact, TemplateValues values) =>
        new(values.Keep(fact.Label), values.Take(fact.Value));

    /// An account has few sequences and lists.
    private static SequenceRow Marked(SequenceRow row, TemplateValues values) => row with
    {
        Name = values.Keep(row.Name),
        Status = values.Keep(row.Status),
        Tone = values.Keep(row.Tone),
        Facts = values.Each(row.Facts, Marked),
    };

    private static ListRow Marked(ListRow row, TemplateValues values) => values.Keep(row);

    private static (string Label, string Sent, string? Stored) Marked((string Label, string Sent, string? Stored) field, TemplateValues values) =>
        (values.Take(field.Label), values.Take(field.Sent), values.Take(field.Stored));
}
