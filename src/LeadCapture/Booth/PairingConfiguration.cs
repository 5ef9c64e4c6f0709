using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Booth;

internal sealed class PairingConfiguration : IEntityTypeConfiguration<Pairing>
{
    public void Configure(EntityTypeBuilder<Pairing> pairing)
    {
        pairing.ToTable("pairings");
        pairing.HasKey(one => one.CodeHash);
        pairing.HasOne<Event>().WithMany().HasForeignKey(one => one.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}
