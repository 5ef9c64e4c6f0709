using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Forms.Themes;

/// The one row is there from the beginning: nothing ever inserts.
internal sealed class DefaultLookConfiguration : IEntityTypeConfiguration<DefaultLook>
{
    public void Configure(EntityTypeBuilder<DefaultLook> look)
    {
        look.ToTable("default_look");
        look.Property(l => l.Id).ValueGeneratedNever();
        look.HasData(new DefaultLook());
    }
}
