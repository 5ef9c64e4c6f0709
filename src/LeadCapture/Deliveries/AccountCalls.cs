using LeadCapture.Data;
using LeadCapture.Settings;

namespace LeadCapture.Deliveries;

/// The door for calls to Reply.io that are for no lead: none goes while sending is paused, and each is paid from the budget of leads.
public sealed class AccountCalls(Store store, ReplyOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);

    /// For so many calls at most, one after the other.
    public async Task<AccountPass> Begin(int calls)
    {
        await using var transaction = await store.Begin();
        var now = clock.GetUtcNow().UtcDateTime;
        // Locked, so that no claim of any node goes by the budget of before.
        var gate = await GateRow.Read(transaction, locked: true);
        if (gate.Allows(now) < int.MaxValue)
            return new(null, AccountRefusal.SendingPaused);
        var budget = await Budget.Read(transaction, BudgetLimits.Of(gate, options), now);
        if (!budget.Take(calls))
            return new(null, AccountRefusal.LimitReached);
        var id = Guid.CreateVersion7(now);
        transaction.Add("DELETE FROM account_calls WHERE counts_at <= $1", now - LongestWindow);
        transaction.Add("INSERT INTO account_calls (id, counts_at, calls) VALUES ($1, $2, $3)", id, now + (options.AttemptTimeout * calls), calls);
        await transaction.Commit();
        return new(id, AccountRefusal.None);
    }

    /// They were so many.
    public async Task End(Guid pass, int calls)
    {
        await using var transaction = await store.Begin();
        transaction.Add("UPDATE account_calls SET counts_at = $2, calls = $3 WHERE id = $1", pass, clock.GetUtcNow().UtcDateTime, calls);
        await transaction.Commit();
    }
}

/// Id: null where no call may be made.
public readonly record struct AccountPass(Guid? Id, AccountRefusal Refusal);

public enum AccountRefusal
{
    None,

    /// Sending is paused, whyever.
    SendingPaused,

    /// The budget has not enough calls left.
    LimitReached,
}
