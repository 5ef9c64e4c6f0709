using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

/// The schema, and all reading and writing that is not on a lead's way (that is the DeliveryQueue's).
public abstract class LeadDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Secret> Secrets => Set<Secret>();
    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// All that is saved within is stored together or not at all. Not for calls that write in another way, such as a SqlTransaction.
    public async Task<T> InTransaction<T>(Func<Task<T>> work)
    {
        using var turn = await WriterLock(CancellationToken.None);
        await using var transaction = await Database.BeginTransactionAsync();
        var result = await work();
        await transaction.CommitAsync();
        return result;
    }

    /// Within InTransaction: whoever has read the gate has ended, and nobody reads it before the end. SQLite has one writer anyway.
    public virtual Task LockGate() => Task.CompletedTask;

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = await WriterLock(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// A place in the line of writers; null where there is no line, or where this context stands in front already.
    protected internal virtual ValueTask<IDisposable?> WriterLock(CancellationToken aborted) => new((IDisposable?)null);

    /// Each table is described beside what it stores.
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LeadDb).Assembly);
        SnakeCase.Name(modelBuilder);
    }
}
