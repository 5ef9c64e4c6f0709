using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

public static class SavedViewTables
{
    extension(LeadDb db)
    {
        public DbSet<SavedView> SavedViews => db.Set<SavedView>();
    }
}
