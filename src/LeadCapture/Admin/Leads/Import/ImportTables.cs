using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.Import;

public static class ImportTables
{
    extension(LeadDb db)
    {
        public DbSet<LeadImport> LeadImports => db.Set<LeadImport>();
    }
}
