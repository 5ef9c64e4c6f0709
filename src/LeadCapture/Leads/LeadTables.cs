using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Leads;

public static class LeadTables
{
    extension(LeadDb db)
    {
        public DbSet<Lead> Leads => db.Set<Lead>();
        public DbSet<Correction> Corrections => db.Set<Correction>();
    }
}
