using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings;

/// The key to Reply.io and where it goes: shown as far as it may be, replaced while the program runs, tried.
public sealed class ReplyIoKey(SecretBox secrets, ReplyIoAccount account, KeyWatch watch, ReplyIoClient replyIo)
{
    public StoredAccount? Stored => account.Stored;

    /// False: leads wait for a key.
    public bool IsReady => account.Ready;

    public KeyState State => new(KeyState.EndingOf(account.Key), account.Source, account.Sandbox)
    {
        Ways =
        [
            Way.Of(T["Address"], account.BaseUrl.AbsoluteUri.TrimEnd('/'), "Reply:BaseUrl", Stored?.BaseUrl is not null),
            Way.Of(T["Version"], account.Version.Words(), "Reply:ApiVersion", Stored?.Version is not null),
            Stored is { Version: not null, Authorization: null }
                ? new(T["Authorization"], account.Authorization.Words(), T["Default for this version"])
                : Way.Of(T["Authorization"], account.Authorization.Words(), "Reply:Authorization",
                    Stored?.Authorization is not null),
        ],
    };

    /// Saves what else the LeadDb holds with it. Other nodes see it within seconds.
    public async Task Replace(LeadDb db, StoredAccount stored)
    {
        await secrets.Put(db, SecretBox.ReplyApiKey, stored.ToSecret());
        await db.SaveChangesAsync();
        await watch.TakeOver();
    }

    /// Back to what the settings file says, with its own key: a key that was typed for another place does not go there.
    public async Task Forget(LeadDb db)
    {
        await secrets.Remove(db, SecretBox.ReplyApiKey);
        await db.SaveChangesAsync();
        await watch.TakeOver();
    }

    /// What Reply.io says to the key.
    public async Task<News> Test(CancellationToken aborted)
    {
        if (account.Current is not { } connection)
            return News.Failed(T["No API key to test. Save a key first."]);
        var check = await replyIo.CheckKey(connection, aborted);
        if (!check.Accepted)
            return News.Failed(check.IsRejected
                ? T["Key test failed: {0} Copy the key again from Reply.io under Settings > API key, and save it here.", check.Reason]
                : T["Key test failed: {0} Check the address of Reply.io and whether this server can reach it, then test again.", check.Reason]);
        return News.Done((account.Sandbox is null, check.Owner) switch
        {
            (true, { } owner) => T["Reply.io accepts this key. It belongs to {0}.", owner],
            (true, null) => T["Reply.io accepts this key."],
            (false, { } owner) => T["The sandbox accepts this key. It belongs to {0}.", owner],
            _ => T["The sandbox accepts this key."],
        });
    }
}
