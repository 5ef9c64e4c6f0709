using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Failures;

public static class FailureTables
{
    extension(LeadDb db)
    {
        public DbSet<FailureNote> FailureNotes => db.Set<FailureNote>();
    }
}
