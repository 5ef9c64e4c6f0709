using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Data;

internal sealed class HeartbeatConfiguration : IEntityTypeConfiguration<Heartbeat>
{
    public void Configure(EntityTypeBuilder<Heartbeat> heartbeat)
    {
        heartbeat.ToTable("heartbeats");
        heartbeat.Property(h => h.Id).ValueGeneratedNever();
        heartbeat.HasData(new Heartbeat());
    }
}
