using LeadCapture.Admin.Runs;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Leads.NewLeads;

internal sealed class NewLeadLineConfiguration : IEntityTypeConfiguration<NewLeadLine>
{
    public void Configure(EntityTypeBuilder<NewLeadLine> line)
    {
        line.ToTable("new_lead_lines");
        line.HasKey(l => new { l.RunId, l.Position });
        line.HasOne<Run>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Cascade);
        line.HasOne<Form>().WithMany().HasForeignKey(l => l.FormId).OnDelete(DeleteBehavior.Restrict);
    }
}
