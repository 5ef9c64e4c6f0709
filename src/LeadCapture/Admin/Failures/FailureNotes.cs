using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Failures;

/// Keeps what people write down about groups. The audit says that they did, not what: it can never be taken away.
public sealed class FailureNotes(LeadDb db, AuditLog audit, TimeProvider clock)
{
    private const int Most = 200;

    /// Of all groups, the newest first.
    public Task<List<FailureNote>> All(CancellationToken aborted) =>
        db.FailureNotes.AsNoTracking().OrderByDescending(note => note.Id).Take(Most).ToListAsync(aborted);

    public Task<List<FailureNote>> Of(string group, CancellationToken aborted) => db.FailureNotes.AsNoTracking()
        .Where(note => note.FailureKey == group).OrderByDescending(note => note.Id).Take(Most).ToListAsync(aborted);

    public async Task Add(string group, string fault, string text, CurrentUser by)
    {
        db.FailureNotes.Add(new()
        {
            FailureKey = group,
            Fault = fault,
            At = clock.GetUtcNow().UtcDateTime,
            UserId = by.Id,
            Who = by.Who,
            Text = text,
        });
        audit.Note(AuditAction.AddedNote, "failure", group, "");
        await db.SaveChangesAsync();
    }

    /// False where somebody was faster.
    public async Task<bool> Remove(string group, int id)
    {
        if (await db.FailureNotes.SingleOrDefaultAsync(note => note.Id == id && note.FailureKey == group) is not { } note)
            return false;
        db.FailureNotes.Remove(note);
        audit.Note(AuditAction.RemovedNote, "failure", group, $"of {note.Who}");
        await db.SaveChangesAsync();
        return true;
    }
}
