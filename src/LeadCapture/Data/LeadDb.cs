using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Runs;
using LeadCapture.Admin.Users;
using LeadCapture.Alerts;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

/// The schema, and all reading and writing that is not on a lead's way (that is the Ledger's).
public abstract class LeadDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Form> Forms => Set<Form>();
    public DbSet<FormVersion> FormVersions => Set<FormVersion>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<Attempt> Attempts => Set<Attempt>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<FailureNote> FailureNotes => Set<FailureNote>();
    public DbSet<LeadImport> LeadImports => Set<LeadImport>();
    public DbSet<Gate> Gates => Set<Gate>();
    public DbSet<Secret> Secrets => Set<Secret>();
    public DbSet<User> Users => Set<User>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<Tries> Tries => Set<Tries>();
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<RunLead> RunLeads => Set<RunLead>();
    public DbSet<AlertSettings> AlertSettings => Set<AlertSettings>();
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// All that is saved within is stored together or not at all. Not for calls that write in another way, such as a Session.
    public async Task<T> Together<T>(Func<Task<T>> work)
    {
        using var turn = await Turn(CancellationToken.None);
        await using var transaction = await Database.BeginTransactionAsync();
        var result = await work();
        await transaction.CommitAsync();
        return result;
    }

    /// Within Together: whoever has read the gate has ended, and nobody reads it before the end. SQLite has one writer anyway.
    public virtual Task LockGate() => Task.CompletedTask;

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = await Turn(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// A place in the line of writers; null where there is no line, or where this context stands in front already.
    protected internal virtual ValueTask<IDisposable?> Turn(CancellationToken aborted) => new((IDisposable?)null);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var model = modelBuilder;
        model.Entity<Form>(form =>
        {
            form.HasIndex(f => f.Slug).IsUnique();
            form.HasMany(f => f.Versions).WithOne().HasForeignKey(v => v.FormId);
        });
        model.Entity<FormVersion>().HasKey(v => new { v.FormId, v.Number });
        model.Entity<Lead>(lead =>
        {
            lead.Property(l => l.Id).ValueGeneratedNever();
            lead.HasIndex(l => l.Receipt).IsUnique();
            lead.HasIndex(l => new { l.FormId, l.SubmissionId }).IsUnique();
            // The id makes the order of addresses one of single leads, so that a page of it can begin behind any of them.
            lead.HasIndex(l => new { l.Email, l.Id });
            lead.HasOne<Form>().WithMany().HasForeignKey(l => l.FormId).OnDelete(DeleteBehavior.Restrict);
            lead.Ignore(l => l.Reference);
        });
        model.Entity<Delivery>(delivery =>
        {
            delivery.HasKey(d => d.LeadId);
            delivery.HasOne(d => d.Lead).WithOne().HasForeignKey<Delivery>(d => d.LeadId).OnDelete(DeleteBehavior.Restrict);
            delivery.HasIndex(d => new { d.Priority, d.DueAt }).HasFilter("due_at IS NOT NULL");
            delivery.HasIndex(d => new { d.State, d.LeadId });
            // What is not delivered, and why; a lead that goes through at once never enters it.
            delivery.HasIndex(d => new { d.Cause, d.LeadId }).HasFilter("cause > 1");
            delivery.HasIndex(d => new { d.FailureKey, d.LeadId }).HasFilter("failure_key IS NOT NULL");
            // Who waits for whom: only what is not settled.
            delivery.HasIndex(d => new { d.Email, d.LeadId }).HasFilter("due_at IS NOT NULL AND email IS NOT NULL");
            delivery.HasIndex(d => new { d.LinkedIn, d.LeadId }).HasFilter("due_at IS NOT NULL AND linked_in IS NOT NULL");
            delivery.Property(d => d.DueAt).IsConcurrencyToken();
            delivery.Ignore(d => d.IsSettled).Ignore(d => d.NextKind).Ignore(d => d.MayBeThere).Ignore(d => d.IsLosingPatience)
                .Ignore(d => d.MayResubmit).Ignore(d => d.MayDiscard);
        });
        model.Entity<Attempt>(attempt =>
        {
            attempt.Property(a => a.Id).ValueGeneratedNever();
            attempt.HasOne<Lead>().WithMany().HasForeignKey(a => a.LeadId).OnDelete(DeleteBehavior.Restrict);
            attempt.HasIndex(a => new { a.CountsAt, a.Calls });
        });
        model.Entity<Correction>(correction =>
        {
            correction.HasKey(c => new { c.LeadId, c.Number });
            correction.HasOne<Lead>().WithMany().HasForeignKey(c => c.LeadId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FailureNote>().HasIndex(note => new { note.FailureKey, note.Id });
        model.Entity<LeadImport>(import =>
        {
            import.Property(i => i.Id).ValueGeneratedNever();
            import.HasIndex(i => i.RunId).IsUnique();
            import.HasOne<User>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Gate>(gate =>
        {
            gate.Property(g => g.Id).ValueGeneratedNever();
            gate.HasData(new { Id = 1, Reason = GateReason.None, Failures = 0, Probes = 0 });
            gate.Ignore(g => g.IsOpen).Ignore(g => g.Probing).Ignore(g => g.State).Ignore(g => g.IsClean);
        });
        model.Entity<Heartbeat>(heartbeat =>
        {
            heartbeat.Property(h => h.Id).ValueGeneratedNever();
            heartbeat.HasData(new Heartbeat());
        });
        model.Entity<Secret>().HasKey(s => s.Name);
        AlertModel.Build(model);
        RunModel.Build(model);
        AdminModel.Build(model);
        SnakeCase.Name(model);
    }
}
