using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Submissions.ApiKeys;

public static class ApiKeyTables
{
    extension(LeadDb db)
    {
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
    }
}
