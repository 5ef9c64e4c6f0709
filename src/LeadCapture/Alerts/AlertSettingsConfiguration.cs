using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Alerts;

/// The one row is there from the beginning: nothing ever inserts.
internal sealed class AlertSettingsConfiguration : IEntityTypeConfiguration<AlertSettings>
{
    private const int SubmissionPort = 587;
    private const int MinutesOfAnHour = 60;

    public void Configure(EntityTypeBuilder<AlertSettings> settings)
    {
        settings.ToTable("alert_settings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Ignore(s => s.HasEmail).Ignore(s => s.HasMailServer).Ignore(s => s.RecipientList);
        settings.HasData(new AlertSettings
        {
            SmtpPort = SubmissionPort,
            SilenceMinutes = MinutesOfAnHour,
            StuckMinutes = MinutesOfAnHour,
        });
    }
}
