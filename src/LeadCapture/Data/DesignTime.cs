using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LeadCapture.Data;

/// For "dotnet ef migrations add NAME --context SqliteLeadDb --output-dir Data/Migrations/Sqlite" and the same for PostgreSqlLeadDb.
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteLeadDb>
{
    public SqliteLeadDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteLeadDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class DesignTimePostgreSql : IDesignTimeDbContextFactory<PostgreSqlLeadDb>
{
    public PostgreSqlLeadDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlLeadDb>().UseNpgsql("Host=localhost;Database=design").Options);
}
