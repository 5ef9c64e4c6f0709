using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Deliveries;

public static class DeliveryTables
{
    extension(LeadDb db)
    {
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();
        public DbSet<Attempt> Attempts => db.Set<Attempt>();
        public DbSet<Gate> Gates => db.Set<Gate>();
    }
}
