using LeadCapture.Alerts;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

/// Both tables have all their rows from the beginning: nothing ever inserts.
internal static class AlertModel
{
    private const int SubmissionPort = 587;
    private const int MinutesOfAnHour = 60;

    public static void Build(ModelBuilder model)
    {
        model.Entity<AlertSettings>(settings =>
        {
            settings.Property(s => s.Id).ValueGeneratedNever();
            settings.Ignore(s => s.HasEmail).Ignore(s => s.RecipientList);
            settings.HasData(new AlertSettings
            {
                SmtpPort = SubmissionPort,
                SilenceMinutes = MinutesOfAnHour,
                StuckMinutes = MinutesOfAnHour,
            });
        });
        model.Entity<Alert>(alert =>
        {
            alert.HasKey(a => a.Kind);
            alert.Property(a => a.Kind).ValueGeneratedNever();
            alert.HasData(Enum.GetValues<AlertKind>().Select(kind => new { Kind = kind }));
        });
    }
}
