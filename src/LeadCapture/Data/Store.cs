using System.Data.Common;

namespace LeadCapture.Data;

/// Where plain SQL goes: transactions, and questions that need none.
public abstract class Store
{
    /// Transactions that may run at once on this node.
    public abstract int Parallel { get; }

    /// Whether other nodes may work on the same data.
    public abstract bool IsShared { get; }

    /// It could not be stored for what it says, however often it is tried; not because the store is away.
    public abstract bool IsFaultOfData(Exception fault);

    public ValueTask<Session> Begin() => Opened(OpenSession);

    public ValueTask<Reading> Read() => Opened(OpenReading);

    /// A place in the line of writers, for whoever writes by another way than a Session.
    public virtual ValueTask<IDisposable?> Turn(CancellationToken aborted) => new((IDisposable?)null);

    protected abstract ValueTask<Session> OpenSession();

    protected abstract ValueTask<Reading> OpenReading();

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
public sealed class StoreClosedException(Exception fault)
    : Exception("The store takes nothing at the moment: " + fault.Message, fault);
