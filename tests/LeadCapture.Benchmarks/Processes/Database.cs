using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LeadCapture.Benchmarks.Processes;

/// Reads the tables past the app.
public static class Database
{
    public static DbDataSource Open(StoreKind store, string connectionString) => store == StoreKind.Sqlite
        ? SqliteFactory.Instance.CreateDataSource(connectionString + ";Mode=ReadWrite;Pooling=False;Default Timeout=20")
        : NpgsqlDataSource.Create(connectionString);

    public static async Task<List<T>> Query<T>(DbDataSource source, string sql, Func<DbDataReader, T> read)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        List<T> result = [];
        while (await rows.ReadAsync())
            result.Add(read(rows));
        return result;
    }

    public static Guid Id(object stored) => stored is byte[] bytes ? new(bytes, bigEndian: true) : (Guid)stored;
}
