using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Deliveries;

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("attempts");
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.HasOne<Lead>().WithMany().HasForeignKey(a => a.LeadId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasIndex(a => new { a.CountsAt, a.Calls });
    }
}
