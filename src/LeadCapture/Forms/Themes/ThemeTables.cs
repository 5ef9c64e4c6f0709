using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms.Themes;

public static class ThemeTables
{
    extension(LeadDb db)
    {
        public DbSet<Picture> Pictures => db.Set<Picture>();
        public DbSet<DefaultLook> DefaultLooks => db.Set<DefaultLook>();
    }
}
