using System.Data.Common;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture;

/// What happens once, before the first request: schema, starter forms, key, leases of a process that died, sandbox.
public sealed class Startup(IServiceProvider services)
{
    public async Task Run()
    {
        FolderLock.Probe(services.GetRequiredService<StoreOptions>().DataDirectory);
        _ = services.GetService<FolderLock>();
        await PrepareStore();
        await TakeUp();
        await FindKey();
        // Read before the first request: with the database gone by then, a visitor still gets back what was typed.
        await services.GetRequiredService<FormCatalog>().All();
        _ = services.GetRequiredService<Stamps>().New();
    }

    private async Task PrepareStore()
    {
        try
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContextAsync();
            await Schema.Prepare(db);
            await AddStarterForms(db);
        }
        catch (ArgumentException)
        {
            throw new SettingException(
                "ConnectionStrings:LeadCapture takes a connection string that Database:Provider understands.");
        }
        catch (DbException) when (!Answers())
        {
            throw new SettingException("ConnectionStrings:LeadCapture takes a database that can be reached and opened.");
        }
    }

    private bool Answers()
    {
        using var db = services.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContext();
        return db.Database.CanConnect();
    }

    private async Task AddStarterForms(LeadDb db)
    {
        if (await db.Forms.AnyAsync())
            return;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var (slug, definition) in StarterForms.All)
            db.Forms.Add(new()
            {
                Slug = slug,
                PublishedVersion = 1,
                Versions = { new() { Number = 1, CreatedAt = now, Definition = definition.ToJson() } },
            });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (services.GetRequiredService<Store>().IsShared)
        {
            // Another node that starts on the same new database was first.
            db.ChangeTracker.Clear();
            if (!await db.Forms.AnyAsync())
                throw;
        }
    }

    /// A paused gate tries at once at every start; with SQLite, leases of the last process are void.
    private async Task TakeUp()
    {
        var store = services.GetRequiredService<Store>();
        await using var session = await store.Begin();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var gate = await GateRow.Read(session, locked: true);
        gate.ProbeNow(now);
        GateRow.Update(session, gate);
        if (!store.IsShared)
            DeliveryRow.EndLeases(session, now);
        await session.Flush();
        await session.Commit();
    }

    private async Task FindKey()
    {
        var account = services.GetRequiredService<ReplyIoAccount>();
        var secrets = services.GetRequiredService<SecretBox>();
        if (services.GetRequiredService<StoreOptions>().ForgetSecrets)
            await secrets.Forget();
        await services.GetRequiredService<KeyWatch>().Look();
        var options = services.GetRequiredService<ReplyOptions>();
        if (options.UseSandbox && !(options.SandboxGivesWay && account.Ready))
            account.UseSandbox((await services.GetRequiredService<LocalSandbox>().Start()).Address);
    }
}
