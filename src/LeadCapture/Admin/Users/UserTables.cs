using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Users;

public static class UserTables
{
    extension(LeadDb db)
    {
        public DbSet<User> Users => db.Set<User>();
        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();
    }
}
