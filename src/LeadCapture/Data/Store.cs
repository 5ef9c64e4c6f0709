using System.Data.Common;

namespace LeadCapture.Data;

/// Where plain SQL goes: transactions, and questions that need none.
public abstract class Store
{
    /// What waits may have been sent: it is looked up before it is sent (Waiting becomes Unconfirmed), and whatever was added since it
    /// came in is its own. An attempt under way is looked up anyway. The priorities lead to the index of what is due.
    public const string DoubtSql = """
        UPDATE deliveries SET is_restored = TRUE, state = CASE WHEN attempt_id IS NULL THEN 1 ELSE state END,
            unresolved_since = coalesce(unresolved_since, (SELECT received_at FROM leads WHERE id = lead_id)),
            unresolved_version = coalesce(unresolved_version, (SELECT answers_version FROM leads WHERE id = lead_id))
        WHERE priority IN (0, 1, 2) AND due_at IS NOT NULL
        """;

    /// How often the same is tried on another connection: whatever cuts one cuts others, too.
    public const int MostCuts = 3;

    /// Transactions that may run at once on this node.
    public abstract int Parallel { get; }

    /// Whether other nodes may work on the same data.
    public abstract bool IsShared { get; }

    /// It could not be stored for what it says, however often it is tried; not because the store is away.
    public abstract bool IsFaultOfData(Exception fault);

    public ValueTask<SqlTransaction> Begin() => Opened(OpenSession);

    /// On a connection that may have been cut while nobody used it: for whoever can write the same once more.
    public ValueTask<SqlTransaction> BeginAtOnce() => Opened(OpenSessionAtOnce);

    public ValueTask<SqlReader> Read() => Opened(OpenReading);

    /// A place in the line of writers, for whoever writes by another way than a SqlTransaction.
    public virtual ValueTask<IDisposable?> WriterLock(CancellationToken aborted) => new((IDisposable?)null);

    /// The connection broke: nobody knows whether the last thing said was carried out. Another one may be there at once.
    public virtual bool IsCut(Exception fault) => false;

    /// The server and its line of history; empty where the store has none, or does not tell.
    public virtual ValueTask<string> Home() => new("");

    /// Whether it can store every letter.
    public virtual ValueTask<bool> IsUnicode() => new(true);

    protected abstract ValueTask<SqlTransaction> OpenSession();

    protected virtual ValueTask<SqlTransaction> OpenSessionAtOnce() => OpenSession();

    protected abstract ValueTask<SqlReader> OpenReading();

    private static async ValueTask<T> Opened<T>(Func<ValueTask<T>> open)
    {
        try
        {
            return await open();
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            throw new StoreClosedException(fault);
        }
    }
}

/// No transaction can begin: it is not the fault of what was to be written.
public class StoreClosedException(Exception fault)
    : Exception("The store takes nothing at the moment: " + fault.Message, fault);
