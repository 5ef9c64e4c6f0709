using System.Data.Common;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Shared;
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
        await services.GetRequiredService<Restoration>().Look();
        await services.GetRequiredService<KeyRingSeal>().Close();
        await FindKey();
        // Read before the first request: with the database gone by then, a visitor still gets back what was typed.
        await services.GetRequiredService<FormCatalog>().All();
        _ = services.GetRequiredService<FormTimestamps>().New();
    }

    private async Task PrepareStore()
    {
        try
        {
            services.GetService<SqliteFile>()?.Take();
            await services.GetRequiredService<Schema>().Prepare();
            await AddStarterForms();
        }
        catch (ArgumentException)
        {
            throw new SettingException(
                "ConnectionStrings:LeadCapture takes a connection string that Database:Provider understands.");
        }
        catch (Exception fault) when (fault is DbException or StoreClosedException && !Answers())
        {
            throw new SettingException("ConnectionStrings:LeadCapture takes a database that can be reached and opened.");
        }
    }

    private bool Answers()
    {
        using var db = services.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContext();
        return db.Database.CanConnect();
    }

    /// Another node that starts on the same new database may do the same at the same time.
    private async Task AddStarterForms()
    {
        await using var transaction = await services.GetRequiredService<Store>().Begin();
        if ((await transaction.Query("SELECT 1 FROM forms LIMIT 1", _ => true)).Count > 0)
            return;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var (slug, definition) in StarterForms.All)
        {
            transaction.Add("INSERT INTO forms (slug, published_version) VALUES ($1, 1) ON CONFLICT (slug) DO NOTHING", slug);
            transaction.Add(
                """
                INSERT INTO form_versions (form_id, number, created_at, definition)
                SELECT id, 1, $2, $3 FROM forms WHERE slug = $1 ON CONFLICT (form_id, number) DO NOTHING
                """,
                slug, now, definition.ToJson());
        }
        await transaction.Commit();
    }

    /// A paused gate tries at once at every start; with SQLite, leases of the last process are void.
    private async Task TakeUp()
    {
        var store = services.GetRequiredService<Store>();
        await services.GetRequiredService<StoreClock>().Keep();
        await using var transaction = await store.Begin();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var gate = await GateRow.Read(transaction, locked: true);
        gate.ProbeNow(now);
        GateRow.Update(transaction, gate);
        if (!store.IsShared)
        {
            AttemptRow.LoseAll(transaction, now);
            DeliveryRow.LoseAll(transaction, now);
        }
        var overdue = services.GetRequiredService<OverdueTimes>();
        overdue.ShortenIn(transaction, now);
        if (!store.IsShared)
            overdue.WaitAnewIn(transaction, now);
        await transaction.Commit();
    }

    private async Task FindKey()
    {
        var account = services.GetRequiredService<ReplyIoAccount>();
        var secrets = services.GetRequiredService<SecretBox>();
        if (services.GetRequiredService<StoreOptions>().ForgetSecrets)
            await secrets.Forget();
        await services.GetRequiredService<KeyWatch>().Look();
        if (account.WantsSandbox)
            account.UseSandbox((await services.GetRequiredService<LocalSandbox>().Start()).Address);
    }
}
