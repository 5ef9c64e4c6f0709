using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Leads;

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("corrections");
        correction.HasKey(c => new { c.LeadId, c.Number });
        correction.HasOne<Lead>().WithMany().HasForeignKey(c => c.LeadId).OnDelete(DeleteBehavior.Restrict);
        // No foreign key: SQLite would copy the whole table to have it.
        correction.HasIndex(c => new { c.RunId, c.LeadId });
    }
}
