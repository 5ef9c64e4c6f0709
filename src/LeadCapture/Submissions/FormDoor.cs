using System.Collections.Concurrent;
using LeadCapture.Data;
using LeadCapture.Forms;

namespace LeadCapture.Submissions;

/// Who may send a form: new visitors while it is open, and always those whose page was there before.
public sealed partial class FormDoor(FormCatalog forms, Store store, TimeProvider clock, ILogger<FormDoor> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<int, Counted> counted = new();

    /// What is or was found to be spam takes no place from anybody: 4 is Quarantined, 5 Discarded. The order leads to the
    /// index of the form.
    private const string Taken = """
        SELECT COUNT(*) FROM (SELECT 1 FROM leads AS l WHERE l.form_id = $1
            AND (SELECT d.spam_signs IS NULL OR d.state NOT IN (4, 5) FROM deliveries AS d WHERE d.lead_id = l.id)
            ORDER BY l.submission_id LIMIT $2) AS found
        """;

    /// By the version that the sender's page showed.
    public ValueTask<PublishedForm> ShownTo(PublishedForm form, Submission submission) => forms.Shown(form, submission.Version);

    /// For a new visitor. Leads are counted only where the form has a most, and not for each of them.
    public async ValueTask<Admission> AdmissionOf(PublishedForm form)
    {
        var admission = form.AdmissionAt(clock.GetUtcNow());
        return admission == Admission.Open && form.Definition.MaxLeads is { } most && await IsFull(form, most) ? Admission.Full : admission;
    }

    /// A page that was loaded before says so by its version. What was taken once is taken again: its sender may not have heard of it.
    public async ValueTask<Admission> AdmissionOf(PublishedForm form, Submission submission)
    {
        if (await WasShown(form, submission.Version))
            return Admission.Open;
        var admission = await AdmissionOf(await forms.Find(form.Slug) ?? form);
        return admission != Admission.Open && await IsKnown(form, submission.Id) ? Admission.Open : admission;
    }

    /// Nobody has seen a version before it opened.
    private async ValueTask<bool> WasShown(PublishedForm form, int? version) => version is not null
        && await forms.Shown(form, version) is var shown && shown.Version == version
        && !(shown.Definition.OpensAt > clock.GetUtcNow());

    private async ValueTask<bool> IsFull(PublishedForm form, int most)
    {
        if (counted.TryGetValue(form.Id, out var known) && known.Most == most && clock.GetElapsedTime(known.At) < Fresh)
            return known.IsFull;
        var leads = await Asked(form, Taken, form.Id, most);
        counted[form.Id] = new(most, leads >= most, clock.GetTimestamp());
        return leads >= most;
    }

    private async ValueTask<bool> IsKnown(PublishedForm form, string submissionId) => submissionId != ""
        && await Asked(form, "SELECT COUNT(*) FROM leads WHERE form_id = $1 AND submission_id = $2", form.Id, submissionId) > 0;

    /// Where the store does not answer, nobody is turned away for it.
    private async ValueTask<long> Asked(PublishedForm form, string sql, params object?[] values)
    {
        try
        {
            await using var reading = await store.Read();
            return (await reading.Query(sql, row => row.GetInt64(0), values))[0];
        }
        catch (Exception fault)
        {
            NotCounted(fault, form.Slug);
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The leads of form {Slug} could not be counted; it stays open")]
    private partial void NotCounted(Exception fault, string slug);

    private sealed record Counted(int Most, bool IsFull, long At);
}
