using System.Globalization;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;
using static LeadCapture.Shared.SharedText;

namespace LeadCapture.Shared;

/// A contact as Reply.io answered it, in the words of the form that asked for it.
public sealed record ContactCard
{
    public required string Name { get; init; }
    public required string Initials { get; init; }

    /// Job title and company.
    public required string Role { get; init; }

    /// What people would tell of the contact.
    public required IReadOnlyList<ContactFact> Facts { get; init; }

    /// Null where Reply.io did not say.
    public required IReadOnlyList<ContactFact>? CustomFields { get; init; }

    public required IReadOnlyList<SequenceRow>? Sequences { get; init; }
    public required IReadOnlyList<ListRow>? Lists { get; init; }

    /// Numbers and times, for whoever looks something up in Reply.io.
    public required IReadOnlyList<ContactFact> Details { get; init; }

    /// Beside the answers themselves: what they say too stands among the details.
    public bool IsBrief { get; private init; }

    public ContactCard Brief() => this with { IsBrief = true, Details = [.. Facts, .. CustomFields ?? [], .. Details] };

    public static ContactCard Of(Contact contact, FormDefinition form)
    {
        string?[] names = [contact.FirstName, contact.LastName];
        var parts = names.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()).ToList();
        var name = parts.Count > 0 ? string.Join(' ', parts) : Filled(contact.Email) ?? T["Contact {0}", contact.Id];
        var sequences = contact.Sequences?.Select(SequenceRow.Of).ToList();
        return new()
        {
            Name = name,
            Initials = string.Concat((parts.Count > 0 ? parts : [name]).Select(part => StringInfo.GetNextTextElement(part))).ToUpperInvariant(),
            Role = string.Join(", ", new[] { Filled(contact.Title), Filled(contact.Company) }.OfType<string>()),
            Facts = ContactFact.Of(contact),
            CustomFields = contact.CustomFields?.Select(field => CustomField(field, form)).ToList(),
            Sequences = sequences,
            Lists = contact.Lists?.Select(ListRow.Of).ToList(),
            Details =
            [
                .. ContactFact.DetailsOf(contact),
                .. from row in sequences ?? [] where row.Details.Length > 0 select new ContactFact(row.Name, row.Details),
            ],
        };
    }

    /// Under the label of the form, and with the words of its choices.
    private static ContactFact CustomField(CustomField field, FormDefinition form) => string.IsNullOrEmpty(field.Value)
        ? new(form.FieldOf(field.Key)?.ShownLabel ?? field.Key, T["Empty"])
        : form.FieldOf(field.Key) is { SendsEach: false } asked
            ? new(asked.ShownLabel, asked.Show(field.Value))
            : new(field.Key, field.Value);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
