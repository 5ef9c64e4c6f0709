using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

public sealed class PostgreSqlLeadDb(DbContextOptions<PostgreSqlLeadDb> options) : LeadDb(options)
{
    public override Task LockGate() => Database.ExecuteSqlAsync($"LOCK TABLE gates IN ACCESS EXCLUSIVE MODE");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // In the order of bytes, as in SQLite: only then does the index find what begins with a text.
        modelBuilder.Entity<Lead>().Property(l => l.Email).UseCollation("C");
    }
}
