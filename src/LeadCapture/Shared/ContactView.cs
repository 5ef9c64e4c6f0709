using System.Globalization;
using LeadCapture.ReplyIo;
using static LeadCapture.Shared.SharedText;

namespace LeadCapture.Shared;

/// How a contact introduces itself on its card.
public sealed record ContactView(string Name, string Initials, string Role)
{
    public static ContactView Of(Contact contact)
    {
        string?[] names = [contact.FirstName, contact.LastName];
        var parts = names.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()).ToList();
        var name = parts.Count > 0 ? string.Join(' ', parts) : Filled(contact.Email) ?? T["Contact {0}", contact.Id];
        var initials = string.Concat((parts.Count > 0 ? parts : [name]).Select(part => StringInfo.GetNextTextElement(part)));
        var role = string.Join(", ", new[] { Filled(contact.Title), Filled(contact.Company) }.OfType<string>());

        return new ContactView(name, initials.ToUpperInvariant(), role);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
