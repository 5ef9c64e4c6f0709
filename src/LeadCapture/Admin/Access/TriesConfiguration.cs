using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Access;

internal sealed class TriesConfiguration : IEntityTypeConfiguration<Tries>
{
    public void Configure(EntityTypeBuilder<Tries> tries)
    {
        tries.ToTable("sign_in_tries");
        tries.HasKey(t => new { t.Kind, t.Subject });
        tries.HasIndex(t => t.NextAt);
    }
}
