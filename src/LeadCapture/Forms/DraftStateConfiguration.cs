using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Forms;

internal sealed class DraftStateConfiguration : IEntityTypeConfiguration<DraftState>
{
    public void Configure(EntityTypeBuilder<DraftState> state)
    {
        state.ToTable("form_drafts");
        state.HasKey(s => new { s.FormId, s.Number });
    }
}
