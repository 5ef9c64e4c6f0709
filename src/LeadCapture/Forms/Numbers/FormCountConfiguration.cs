using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Forms.Numbers;

internal sealed class FormCountConfiguration : IEntityTypeConfiguration<FormCount>
{
    public void Configure(EntityTypeBuilder<FormCount> count)
    {
        count.ToTable("form_counts");
        count.HasKey(c => new { c.FormId, c.Day, c.What, c.Channel, c.Name });
    }
}
