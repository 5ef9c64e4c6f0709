using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Audit;

public static class AuditTables
{
    extension(LeadDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}
