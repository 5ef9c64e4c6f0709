using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

public static class RunTables
{
    extension(LeadDb db)
    {
        public DbSet<Run> Runs => db.Set<Run>();
        public DbSet<RunLead> RunLeads => db.Set<RunLead>();
    }
}
