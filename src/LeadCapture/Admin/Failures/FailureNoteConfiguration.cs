using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Failures;

internal sealed class FailureNoteConfiguration : IEntityTypeConfiguration<FailureNote>
{
    public void Configure(EntityTypeBuilder<FailureNote> note)
    {
        note.ToTable("failure_notes");
        note.HasIndex(n => new { n.FailureKey, n.Id });
    }
}
