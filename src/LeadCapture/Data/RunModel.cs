using LeadCapture.Admin.Runs;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

internal static class RunModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Run>().Ignore(r => r.Left).Ignore(r => r.StageSize).Ignore(r => r.Room).Ignore(r => r.Outcome);
        model.Entity<RunLead>(lead =>
        {
            lead.HasKey(l => new { l.RunId, l.Place });
            lead.HasOne<Run>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Cascade);
            lead.HasOne<Lead>().WithMany().HasForeignKey(l => l.LeadId).OnDelete(DeleteBehavior.Restrict);
            lead.HasIndex(l => new { l.RunId, l.State, l.Place });
        });
        // No foreign key: SQLite would copy the whole table to have it.
        model.Entity<Correction>().HasIndex(c => new { c.RunId, c.LeadId });
    }
}
