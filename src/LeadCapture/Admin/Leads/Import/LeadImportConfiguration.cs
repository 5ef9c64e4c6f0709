using LeadCapture.Admin.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Leads.Import;

internal sealed class LeadImportConfiguration : IEntityTypeConfiguration<LeadImport>
{
    public void Configure(EntityTypeBuilder<LeadImport> import)
    {
        import.ToTable("lead_imports");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.HasIndex(i => i.RunId).IsUnique();
        import.HasOne<User>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
