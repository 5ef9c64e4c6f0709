using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Runs;

internal sealed class RunLeadConfiguration : IEntityTypeConfiguration<RunLead>
{
    public void Configure(EntityTypeBuilder<RunLead> lead)
    {
        lead.ToTable("run_leads");
        lead.HasKey(l => new { l.RunId, l.Position });
        lead.HasOne<Run>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Cascade);
        lead.HasOne<Lead>().WithMany().HasForeignKey(l => l.LeadId).OnDelete(DeleteBehavior.Restrict);
        lead.HasIndex(l => new { l.RunId, l.State, l.Position });
    }
}
