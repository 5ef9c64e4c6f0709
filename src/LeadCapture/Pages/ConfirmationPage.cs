using LeadCapture.Forms;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Html;

namespace LeadCapture.Pages;

/// What a visitor sees after the form was taken: the reference, and, as far as the form allows, the contact as Reply.io
/// answered it.
public sealed record ConfirmationPage
{
    public required string Slug { get; init; }
    public required FormDefinition Form { get; init; }
    public required FormShape Shape { get; init; }

    /// With what the visitor answered in the place of its placeholders.
    public required string Title { get; init; }

    /// The same with marks; null: there is none.
    public required IHtmlContent? Text { get; init; }

    /// For the window and the history of a browser, which others may use too: it says nothing of the visitor.
    public string WindowTitle => Placeholders.Drop(Form.ThanksTitle, Form) is { Length: > 0 } words ? words : Form.Title;

    public required string Receipt { get; init; }

    /// The short form of the receipt that people read to each other, like K7Q2-F9TX.
    public required string Reference { get; init; }

    /// The word of the contract: waiting, unconfirmed, delivered or needs-attention.
    public required string Delivery { get; init; }

    /// As ISO 8601, in UTC.
    public required string ReceivedAt { get; init; }

    /// The same for people.
    public required string ReceivedText { get; init; }

    /// What was typed, under the form's labels, in the form's order.
    public required IReadOnlyList<ContactFact> Summary { get; init; }

    /// Where the page around a frame goes from here; null: nowhere.
    public string? Onward { get; init; }

    /// Null while there is none, and always null when the form shows only the summary.
    public ContactCard? Contact { get; init; }

    /// The contact is there, and its sequences and lists may change in a moment.
    public bool IsFollowing { get; init; }

    /// What was sent but is not in Reply.io's answer: (label, value sent, what came back or null).
    public IReadOnlyList<(string Label, string Sent, string? Stored)> NotStored { get; init; } = [];
}
