using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LeadCapture.Data;

/// A connection whose statements are prepared once and kept for its life. SQLite works in the caller's thread.
public sealed class SqliteStatements : IDisposable
{
    /// Durable means durable: a lead that was thanked for survives a power cut.
    public const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; "
        + "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;";

    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private readonly SqliteConnection connection;

    public SqliteStatements(string connectionString)
    {
        connection = new(connectionString);
        connection.Open();
        RunOnce(Pragmas);
    }

    /// Any number of statements, none of which is kept.
    public void RunOnce(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public int Run(string sql, params object?[] values) => Prepare(sql, values).ExecuteNonQuery();

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, object?[] values)
    {
        using var rows = Prepare(sql, values).ExecuteReader();
        List<T> result = [];
        while (rows.Read())
            result.Add(read(rows));
        return result;
    }

    /// As SqliteLeadDb stores them.
    public static Guid Id(DbDataReader row, int column) => new((byte[])row.GetValue(column), bigEndian: true);

    public static DateTime Time(DbDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, object?[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter("$" + (i + 1).ToString(InvariantCulture), null));
            prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = Stored(values[i]);
        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTime time => time.Ticks,
        Enum word => Convert.ToInt32(word, InvariantCulture),
        _ => value,
    };
}
