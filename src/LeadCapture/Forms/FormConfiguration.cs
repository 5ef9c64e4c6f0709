using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Forms;

internal sealed class FormConfiguration : IEntityTypeConfiguration<Form>
{
    public void Configure(EntityTypeBuilder<Form> form)
    {
        form.ToTable("forms");
        form.HasIndex(f => f.Slug).IsUnique();
        form.HasMany(f => f.Versions).WithOne().HasForeignKey(v => v.FormId);
    }
}
