using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LeadCapture.Data;

public sealed class SqliteLeadDb(DbContextOptions<SqliteLeadDb> options) : LeadDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<Ticks>();
        configurationBuilder.Properties<Guid>().HaveConversion<Bytes>();
    }

    private bool hasTurn;

    /// SQLite has one writer: whoever writes by this way stands in the same line as the leads. Outside of the program there
    /// is none.
    protected internal override async ValueTask<IDisposable?> WriterLock(CancellationToken aborted)
    {
        var line = this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?
            .GetService<SqliteWriter>();
        if (hasTurn || line is null)
            return null;
        var turn = await line.WriterLock(aborted);
        hasTurn = true;
        return new Held(this, turn);
    }

    private sealed class Held(SqliteLeadDb db, IDisposable turn) : IDisposable
    {
        public void Dispose()
        {
            db.hasTurn = false;
            turn.Dispose();
        }
    }

    /// Numbers compare and index faster than text, and SQLite has no date type of its own.
    private sealed class Ticks() : ValueConverter<DateTime, long>(time => time.Ticks, ticks => new DateTime(ticks, DateTimeKind.Utc));

    /// Big-endian keeps the order of time in which the ids are made, so that inserts append.
    private sealed class Bytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
}
