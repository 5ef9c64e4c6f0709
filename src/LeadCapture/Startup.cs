using System.Data.Common;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads.Search;
using LeadCapture.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture;

/// What happens once, before the first request: schema, starter forms, key, leases of a process that died, sandbox.
public sealed class Startup(IServiceProvider services)
{
    private const string NoPermission = "42501";
    private const string NoSchema = "3F000";

    public async Task Run()
    {
        FolderLock.Probe(services.GetRequiredService<StoreOptions>().DataDirectory);
        _ = services.GetService<FolderLock>();
        await PrepareStore();
        await services.GetRequiredService<DeliveryRecovery>().TakeUp();
        await services.GetRequiredService<Restoration>().Look();
        await services.GetRequiredService<KeyRingSeal>().Close();
        await FindKey();
        await ReadForms();
        MakeKeyRing();
    }

    /// Read, or made, before somebody waits for it.
    private void MakeKeyRing() => _ = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("LeadCapture.Start").Protect([]);

    private async Task PrepareStore()
    {
        try
        {
            services.GetService<SqliteFile>()?.Take();
            await services.GetRequiredService<Schema>().Prepare();
            if (!await services.GetRequiredService<Store>().IsUnicode())
                throw new SettingException("ConnectionStrings:LeadCapture: expected a database with the encoding UTF8.");
            await PrepareForms();
            await services.GetRequiredService<LeadIndex>().Prepare();
        }
        catch (ArgumentException)
        {
            throw new SettingException(
                "ConnectionStrings:LeadCapture: expected a connection string that Database:Provider understands.");
        }
        catch (DbException fault) when (fault.SqlState is NoPermission or NoSchema)
        {
            throw new SettingException("ConnectionStrings:LeadCapture: expected a user who may create tables in a schema of the database.");
        }
        catch (Exception fault) when (fault is DbException or StoreClosedException && !Answers())
        {
            throw new SettingException("ConnectionStrings:LeadCapture: expected a database that can be reached and opened.");
        }
    }

    private bool Answers()
    {
        using var db = services.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContext();
        return db.Database.CanConnect();
    }

    private async Task PrepareForms()
    {
        await using var transaction = await services.GetRequiredService<Store>().Begin();
        await StoredForms.AddStarters(transaction, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await StoredForms.Upgrade(transaction);
        await transaction.Commit();
    }

    /// Before the first request: with the database gone by then, a visitor still gets back what was typed.
    private async Task ReadForms()
    {
        try
        {
            await services.GetRequiredService<FormCatalog>().All();
        }
        catch (FormException unreadable)
        {
            throw new SettingException(
                $"{unreadable.Message}. Start the LeadCapture version that published this form, or restore a backup.");
        }
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
