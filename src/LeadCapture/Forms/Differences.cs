using System.Text.Json;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms;

/// What was sent but does not stand in Reply.io's answer: an unknown custom field is dropped there without an error.
public static class Differences
{
    /// Form: as the lead was captured. Today: by its names a lead may have been sent that was captured before.
    public static IReadOnlyList<(string Label, string Sent, string? Stored)> Between(SubmittedAnswers answers, FormDefinition form,
        Contact contact, FormDefinition today)
    {
        List<(string, string, string?)> differences = [];
        var stored = JsonDocument.Parse(contact.ToJson()).RootElement;
        // phone2 is taken and never returned.
        var shown = answers.Shown(form);
        foreach (var (property, sent) in shown.Properties.Where(answer => answer.Key != "phone2" && form.Forwards(answer.Key)))
        {
            var field = form.PropertyField(property);
            var kept = stored.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null
                ? value.ToString()
                : null;
            if (!Same(sent, kept) && !SamePerson(sent, kept) && !(property == JoinedNotes.Property && JoinedNotes.EndsWith(kept, sent)))
                differences.Add((field.ShownLabel, field.Show(sent), kept is null ? null : field.Show(kept)));
        }
        foreach (var (answer, sent) in form.Forwarded(shown))
        {
            var kept = ValueOf(sent.Key, contact) ?? ValueOf(NameOf(answer, sent, form, today), contact);
            if (!Same(sent.Value, kept))
                differences.Add((form.FieldOf(answer.Key) is { SendsEach: false } asked ? asked : form.FieldOf(sent.Key)) is { } field
                    ? (field.ShownLabel, field.Show(sent.Value), kept is null ? null : field.Show(kept))
                    : (sent.Key, sent.Value, kept));
        }
        return differences;
    }

    private static string? ValueOf(string? key, Contact contact) =>
        contact.CustomFields?.FirstOrDefault(field => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;

    /// Of the same part of the answer.
    private static string? NameOf(CustomAnswer answer, CustomAnswer sent, FormDefinition form, FormDefinition today) =>
        form.Sends(answer).Zip(today.Sends(answer)).FirstOrDefault(pair => pair.First == sent).Second?.Key;

    private static bool SamePerson(string sent, string? kept) =>
        LinkedInHandle.Find(sent) is { } handle && handle == LinkedInHandle.Find(kept);

    private static bool Same(string sent, string? kept) =>
        kept is not null && sent.TrimEnd('/').Equals(kept.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
