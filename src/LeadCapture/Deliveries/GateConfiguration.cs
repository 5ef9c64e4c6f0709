using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Deliveries;

internal sealed class GateConfiguration : IEntityTypeConfiguration<Gate>
{
    public void Configure(EntityTypeBuilder<Gate> gate)
    {
        gate.ToTable("gates");
        gate.Property(g => g.Id).ValueGeneratedNever();
        gate.HasData(new { Id = 1, Reason = GateReason.None, Failures = 0, Probes = 0 });
        gate.Ignore(g => g.IsOpen).Ignore(g => g.Probing).Ignore(g => g.State).Ignore(g => g.IsClean)
            .Ignore(g => g.NeedsHelp);
    }
}
