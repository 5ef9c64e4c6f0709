using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Leads.NewLeads;

internal sealed class ColumnMappingConfiguration : IEntityTypeConfiguration<ColumnMapping>
{
    public void Configure(EntityTypeBuilder<ColumnMapping> mapping)
    {
        mapping.ToTable("column_mappings");
        mapping.HasKey(m => new { m.FormId, m.Head });
        mapping.HasOne<Form>().WithMany().HasForeignKey(m => m.FormId).OnDelete(DeleteBehavior.Cascade);
    }
}
