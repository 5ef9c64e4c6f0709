using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LeadCapture.Data;

public sealed class SqliteStore(SqliteWriter writer, SqliteFile file) : Store, IDisposable
{
    private const int TooBig = 18;
    private const int Mismatch = 20;
    private const int IdleReaders = 8;
    private readonly ConcurrentBag<SqliteStatements> idle = [];

    public override int Parallel => 1;

    public override bool IsShared => false;

    public override bool IsFaultOfData(Exception fault) => fault is ArgumentException
        || (fault is SqliteException { SqliteErrorCode: TooBig or Mismatch });

    public override async ValueTask<IDisposable?> WriterLock(CancellationToken aborted) => await writer.WriterLock(aborted);

    public void Dispose()
    {
        foreach (var statements in idle)
            statements.Dispose();
    }

    protected override async ValueTask<SqlTransaction> OpenSession() => await writer.Begin();

    protected override ValueTask<SqlReader> OpenReading() =>
        new(new SqliteReader(idle.TryTake(out var free) ? free : file.Open(), GiveBack));

    private void GiveBack(SqliteStatements statements)
    {
        if (idle.Count < IdleReaders)
            idle.Add(statements);
        else
            statements.Dispose();
    }
}
