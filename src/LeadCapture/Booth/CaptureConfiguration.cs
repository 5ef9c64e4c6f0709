using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Booth;

internal sealed class CaptureConfiguration : IEntityTypeConfiguration<Capture>
{
    public void Configure(EntityTypeBuilder<Capture> capture)
    {
        capture.ToTable("captures");
        capture.HasKey(one => new { one.DeviceId, one.Id });
        capture.HasIndex(one => new { one.DeviceId, one.Number });
        capture.HasIndex(one => one.LeadId);
        // With the second column it counts what an event brought without looking at each.
        capture.HasIndex(one => new { one.EventId, one.LeadId });
        capture.HasOne<BoothDevice>().WithMany().HasForeignKey(one => one.DeviceId).OnDelete(DeleteBehavior.Restrict);
        capture.HasOne<Event>().WithMany().HasForeignKey(one => one.EventId).OnDelete(DeleteBehavior.Restrict);
        capture.HasOne<Lead>().WithMany().HasForeignKey(one => one.LeadId).OnDelete(DeleteBehavior.Restrict);
    }
}
