using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.NewLeads;

public static class NewLeadTables
{
    extension(LeadDb db)
    {
        public DbSet<NewLeadLine> NewLeadLines => db.Set<NewLeadLine>();
        public DbSet<ColumnMapping> ColumnMappings => db.Set<ColumnMapping>();
    }
}
