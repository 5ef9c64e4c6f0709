using System.Data.Common;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.Import;

/// Carries out a line: a correction like any other.
public sealed class ImportRun(LeadDb db, Correcting correcting, AuditLog audit)
{
    /// Stands before the reason in the history of the lead.
    public const string ByFile = "file: ";

    /// The line again: with its problem where it was not saved.
    public async Task<CheckedLine> Save(CheckedLine line, string why, bool resubmit, Me by)
    {
        if (line.Planned is not { } planned)
            return line;
        var order = planned.Order with { Why = ByFile + why, Resubmit = resubmit && planned.NeedsAttention };
        var problem = await Problem(order, planned, by);
        // What was read of one lead is of no use for the next.
        db.ChangeTracker.Clear();
        return problem is null ? line : line with { Planned = null, Problems = [new("", problem)] };
    }

    /// Counts only: what the leads say stands with their corrections.
    public void Note(ImportReview review) => audit.Note(Act.Imported, "leads", "",
        $"{review.Changed} corrected, {review.Unchanged} unchanged, {review.Bad.Count} not taken");

    private async Task<string?> Problem(CorrectionOrder order, PlannedCorrection planned, Me by)
    {
        try
        {
            return await correcting.Save(order, by, planned.Form) == Verdict.Done
                ? null
                : "The lead was sent or corrected while the file was imported. Look at it, then import this line again";
        }
        catch (Exception fault) when (fault is DbUpdateException or DbException)
        {
            return "The lead could not be stored at this moment. Import this line again";
        }
    }
}
