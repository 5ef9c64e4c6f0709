using System.Collections.Concurrent;
using LeadCapture.Data;
using Microsoft.Data.Sqlite;

namespace LeadCapture.Benchmarks.Load;

/// One thread writes whatever has come meanwhile in one transaction, and answers after the commit.
public sealed class SqliteLimitStore : LimitStore
{
    private readonly BlockingCollection<Write> writes = [];
    private readonly SqliteConnection connection;

    public SqliteLimitStore(string connectionString)
    {
        connection = new(connectionString + ";Pooling=False");
        connection.Open();
        Command(SqliteStatements.Pragmas).ExecuteNonQuery();
        Command(TableSql("INTEGER PRIMARY KEY", "integer")).ExecuteNonQuery();
        new Thread(WriteOn) { IsBackground = true }.Start();
    }

    public override void Dispose()
    {
        connection.Dispose();
        writes.Dispose();
    }

    public override Task<long> Insert(LimitLead lead) => Add(new(InsertSql, Values(lead)));

    public override Task Done(long id, string answer) => Add(new(DoneSql, [DateTime.UtcNow, answer, id]));

    private Task<long> Add(Write write)
    {
        writes.Add(write);
        return write.Ended.Task;
    }

    private void WriteOn()
    {
        using var begin = Command("BEGIN IMMEDIATE");
        using var commit = Command("COMMIT");
        using var insert = Command(InsertSql, 8);
        using var done = Command(DoneSql, 3);
        List<(Write Write, long Id)> batch = [];
        foreach (var first in writes.GetConsumingEnumerable())
        {
            begin.ExecuteNonQuery();
            for (Write? write = first; write is not null; writes.TryTake(out write))
                batch.Add((write, Run(write.Sql == InsertSql ? insert : done, write.Values)));
            commit.ExecuteNonQuery();
            foreach (var (write, id) in batch)
                write.Ended.SetResult(id);
            batch.Clear();
        }
    }

    private static long Run(SqliteCommand command, object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] is DateTime time ? time.Ticks : values[i];
        return command.ExecuteScalar() is long id ? id : 0;
    }

    private SqliteCommand Command(string sql, int parameters = 0)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter($"${i}", null));
        return command;
    }

    private sealed record Write(string Sql, object[] Values)
    {
        public TaskCompletionSource<long> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
