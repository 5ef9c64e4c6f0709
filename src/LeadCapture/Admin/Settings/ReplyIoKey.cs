using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;

namespace LeadCapture.Admin.Settings;

/// The key to Reply.io: shown as far as it may be, replaced while the program runs, tried.
public sealed class ReplyIoKey(SecretBox secrets, ReplyIoAccount account, KeyWatch watch, ReplyIoClient replyIo)
{
    public KeyState State => new(KeyState.EndingOf(account.Key), account.Source, account.Sandbox);

    /// Saves what else the LeadDb holds with it. Other nodes see it within seconds.
    public async Task Replace(LeadDb db, string key)
    {
        await secrets.Put(db, SecretBox.ReplyApiKey, key);
        await db.SaveChangesAsync();
        await watch.Look();
    }

    /// What Reply.io says to the key, in a sentence.
    public async Task<string> Test(CancellationToken aborted)
    {
        if (account.Current is not { } connection)
            return "There is no key to test.";
        var check = await replyIo.CheckKey(connection, aborted);
        var where = account.Sandbox is null ? "Reply.io" : "The sandbox";
        return check.Accepted
            ? $"{where} knows this key{(check.Owner is { } owner ? $": it belongs to {owner}" : "")}."
            : $"But the test did not succeed: {check.Reason}";
    }
}
