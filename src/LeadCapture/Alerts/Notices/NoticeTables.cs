using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Alerts.Notices;

public static class NoticeTables
{
    extension(LeadDb db)
    {
        public DbSet<LeadNotice> LeadNotices => db.Set<LeadNotice>();
    }
}
