using System.Data.Common;
using Npgsql;

namespace LeadCapture.Data;

/// Asks again where the connection was cut: a question changes nothing.
public sealed class PostgreSqlReader(
    NpgsqlConnection connection, Func<Exception, bool> isCut, Func<NpgsqlConnection, ValueTask<NpgsqlConnection>> renew) : SqlReader
{
    private NpgsqlConnection connection = connection;

    public override async ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        for (var cuts = 0; ; cuts++)
            try
            {
                connection = cuts == 0 ? connection : await renew(connection);
                return await PostgreSqlCommands.Query(connection, null, sql, read, values);
            }
            catch (Exception fault) when (cuts < Store.MostCuts && isCut(fault))
            {
                // On another connection, then.
            }
    }

    public override Guid Id(DbDataReader row, int column) => row.GetGuid(column);

    public override DateTime Time(DbDataReader row, int column) => row.GetDateTime(column);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();
}
