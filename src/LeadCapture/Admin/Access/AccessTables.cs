using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

public static class AccessTables
{
    extension(LeadDb db)
    {
        public DbSet<Tries> Tries => db.Set<Tries>();
        public DbSet<SignIn> SignIns => db.Set<SignIn>();
    }
}
