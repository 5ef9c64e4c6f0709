using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

public static class BoothTables
{
    extension(LeadDb db)
    {
        public DbSet<Event> Events => db.Set<Event>();
        public DbSet<BoothDevice> Devices => db.Set<BoothDevice>();
        public DbSet<Pairing> Pairings => db.Set<Pairing>();
        public DbSet<Capture> Captures => db.Set<Capture>();
        public DbSet<CardPhoto> CardPhotos => db.Set<CardPhoto>();
    }
}
