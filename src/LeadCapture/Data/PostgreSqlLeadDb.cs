using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

public sealed class PostgreSqlLeadDb(DbContextOptions<PostgreSqlLeadDb> options) : LeadDb(options)
{
    public override Task LockGate() => Database.ExecuteSqlAsync($"LOCK TABLE gates IN ACCESS EXCLUSIVE MODE");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var property in ByteOrder.PropertiesOf(modelBuilder.Model))
            property.SetCollation("C");
    }
}
