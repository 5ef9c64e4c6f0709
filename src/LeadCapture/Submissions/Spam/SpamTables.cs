using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Submissions.Spam;

public static class SpamTables
{
    extension(LeadDb db)
    {
        public DbSet<SpamEntry> SpamEntries => db.Set<SpamEntry>();
    }
}
