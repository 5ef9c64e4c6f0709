using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Runs;
using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;
using LeadCapture.Submissions;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.NewLeads;

/// Brings the next lines of a run through the door of all leads, and notes them as its leads. Whatever dies in between, the door
/// knows a line that it has seen.
public sealed class TakingIn(LeadDb db, RunHold hold, SubmissionService door, FormCatalog forms, AuditLog audit)
{
    /// Visitors' leads wait behind so many.
    private const int Stretch = 100;

    /// Whether any were noted. The run was taken by this node before.
    public async Task<bool> Step(int id, Guid node)
    {
        db.ChangeTracker.Clear();
        var run = await db.Runs.AsNoTracking().SingleAsync(run => run.Id == id);
        if (run.Worker != node || run.Room <= 0)
            return false;
        var lines = await db.NewLeadLines.AsNoTracking().Where(line => line.RunId == id)
            .OrderBy(line => line.Position).Take(Math.Min(run.Room, Stretch)).ToListAsync();
        if (lines.Count == 0)
            return false;
        // Outside of a transaction: the door has its own.
        var taken = await Task.WhenAll(lines.Select(async line => (line, await Enter(line))));
        return await db.InTransaction(() => Note(id, node, taken));
    }

    private async Task<SubmissionResult> Enter(NewLeadLine line) => await door.Import(
        await forms.Version(line.FormId, line.FormVersion),
        CorrectionPages.SubmissionOf(SubmittedAnswers.Parse(line.AnswersJson)) with { Id = line.SubmissionId });

    private async Task<bool> Note(int id, Guid node, (NewLeadLine Line, SubmissionResult Result)[] taken)
    {
        if (await hold.Take(id, node) is not { } run)
            return false;
        var leads = taken.Where(one => one.Result is SubmissionResult.Accepted)
            .Select(one => (one.Line, ((SubmissionResult.Accepted)one.Result).Lead)).ToList();
        var ids = leads.ConvertAll(one => one.Lead.LeadId);
        var noted = await db.RunLeads.Where(lead => ids.Contains(lead.LeadId)).Select(lead => new { lead.LeadId, lead.RunId }).ToListAsync();
        foreach (var (line, lead) in leads.Where(one => !noted.Exists(other => other.LeadId == one.Lead.LeadId && other.RunId == id)))
            Begin(run, line, lead, isNew: !noted.Exists(other => other.LeadId == lead.LeadId));
        foreach (var (line, _) in taken.Where(one => one.Result is not SubmissionResult.Accepted).Take(1))
            Stop(run, line);
        var places = leads.ConvertAll(one => one.Line.Position);
        await db.NewLeadLines.Where(line => line.RunId == id && places.Contains(line.Position)).ExecuteDeleteAsync();
        await db.SaveChangesAsync();
        return leads.Count > 0;
    }

    /// What stood there before the run was ordered, or is another run's, is none of its leads.
    private void Begin(Run run, NewLeadLine line, AcceptedLead lead, bool isNew)
    {
        var member = new RunLead { RunId = run.Id, Position = line.Position, LeadId = lead.LeadId };
        member.MoveTo(isNew && (lead.IsNew || lead.ReceivedAt >= run.OrderedAt) ? RunLeadState.UnderWay : RunLeadState.Skipped);
        db.RunLeads.Add(member);
        run.Begun(member.State);
    }

    /// The program has learned rules since the line was checked.
    private void Stop(Run run, NewLeadLine line)
    {
        if (run.State != RunState.Running)
            return;
        run.Stop($"Line {line.Number} no longer fits the form. Cancel, and import the file again to see why");
        audit.NoteItself(AuditAction.StoppedRun, "run", run.Id, run.Outcome);
    }
}
