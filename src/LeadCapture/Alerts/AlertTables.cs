using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Alerts;

public static class AlertTables
{
    extension(LeadDb db)
    {
        public DbSet<AlertSettings> AlertSettings => db.Set<AlertSettings>();
        public DbSet<Alert> Alerts => db.Set<Alert>();
    }
}
