using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// What was noted about one person at one event. Reply.io keeps the last note alone, so that every lead brings along those before it.
public sealed class EventNotes(Store store, FormCatalog forms)
{
    /// Those that Reply.io has had: no other lead of a person is sent meanwhile, so that a lost answer is looked up with the same notes.
    private const string Sql = """
        SELECT l.form_id, l.form_version, l.answers_json FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id
        WHERE l.email = $1 AND l.event_id = $2 AND l.id <> $3 AND d.contact_id IS NOT NULL ORDER BY l.received_at, l.id
        """;

    public async Task<NewContact> AddTo(NewContact contact, Lead lead)
    {
        if (contact.Notes is not { } last || lead.Email is null || lead.EventId is not { } at)
            return contact;
        List<string> notes = [];
        foreach (var (form, version, answers) in await Before(lead.Email, at, lead.Id))
            if (SubmittedAnswers.Parse(answers).ToContact(await forms.MappingOf(form, version)).Notes is { } note)
                notes.Add(note);
        return contact with { Notes = JoinedNotes.Of(notes, last) };
    }

    private async Task<List<(int Form, int Version, string Answers)>> Before(string email, int at, Guid lead)
    {
        await using var reading = await store.Read();
        return await reading.Query(Sql, row => (row.GetInt32(0), row.GetInt32(1), row.GetString(2)), email, at, lead);
    }
}
