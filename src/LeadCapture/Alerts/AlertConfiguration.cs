using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Alerts;

/// A row of each kind is there from the beginning: nothing ever inserts.
internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> alert)
    {
        alert.ToTable("alerts");
        alert.HasKey(a => a.Kind);
        alert.Property(a => a.Kind).ValueGeneratedNever();
        alert.HasData(Enum.GetValues<AlertKind>().Select(kind => new { Kind = kind }));
    }
}
