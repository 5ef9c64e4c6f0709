using LeadCapture.Data;
using LeadCapture.Forms.Numbers;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

public static class FormTables
{
    extension(LeadDb db)
    {
        public DbSet<Form> Forms => db.Set<Form>();
        public DbSet<FormVersion> FormVersions => db.Set<FormVersion>();
        public DbSet<DraftState> DraftStates => db.Set<DraftState>();
        public DbSet<FormCount> FormCounts => db.Set<FormCount>();
    }
}
