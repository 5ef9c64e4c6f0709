using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Forms;

internal sealed class FormConfiguration : IEntityTypeConfiguration<Form>
{
    public void Configure(EntityTypeBuilder<Form> form)
    {
        form.ToTable("forms");
        form.HasIndex(f => f.Slug).IsUnique();
        // Two people may change or publish a form at the same time: the second one is told.
        form.Property(f => f.PublishedVersion).IsConcurrencyToken();
        form.Property(f => f.LastDraft).IsConcurrencyToken();
        form.Property(f => f.Draft).IsConcurrencyToken();
        form.HasMany(f => f.DraftStates).WithOne().HasForeignKey(s => s.FormId);
        form.HasMany(f => f.Versions).WithOne().HasForeignKey(v => v.FormId);
    }
}
