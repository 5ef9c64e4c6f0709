using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasIndex(e => new { e.UserId, e.Id });
        entry.HasIndex(e => new { e.Kind, e.SubjectId, e.Id });
        entry.HasIndex(e => e.At);
    }
}
