using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Booth;

internal sealed class BoothDeviceConfiguration : IEntityTypeConfiguration<BoothDevice>
{
    public void Configure(EntityTypeBuilder<BoothDevice> device)
    {
        device.ToTable("devices");
        device.Property(one => one.Id).ValueGeneratedNever();
        device.HasIndex(one => one.TokenHash).IsUnique();
        device.HasOne<Event>().WithMany().HasForeignKey(one => one.EventId).OnDelete(DeleteBehavior.Restrict);
        device.Ignore(one => one.IsRevoked);
    }
}
