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
        public DbSet<AttractMedia> AttractMedia => db.Set<AttractMedia>();

        /// Without its bytes. Null: the event has none.
        public Task<AttractFacts?> AttractFacts(int eventId) => db.AttractMedia.Where(one => one.EventId == eventId)
            .Select(one => new AttractFacts(one.Hash, one.ContentType)).SingleOrDefaultAsync();
    }
}
