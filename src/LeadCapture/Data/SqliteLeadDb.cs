using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LeadCapture.Data;

public sealed class SqliteLeadDb(DbContextOptions<SqliteLeadDb> options) : LeadDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<Ticks>();
        configurationBuilder.Properties<Guid>().HaveConversion<Bytes>();
    }

    /// Numbers compare and index faster than text, and SQLite has no date type of its own.
    private sealed class Ticks() : ValueConverter<DateTime, long>(time => time.Ticks, ticks => new DateTime(ticks, DateTimeKind.Utc));

    /// Big-endian keeps the order of time in which the ids are made, so that inserts append.
    private sealed class Bytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
}
