using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LeadCapture.Tests.Support;

/// How the database goes about a statement: through an index, or through all that is there.
internal static partial class Plans
{
    /// The tables that grow with the leads.
    private const string Large = "leads|deliveries|attempts|corrections|run_leads|search_entries";

    /// Narrow down what another index leads to already. PostgreSQL takes either while there are few.
    private static readonly string[] Narrowing =
        ["IX_run_leads_run_id_state_position", "IX_deliveries_email_lead_id", "IX_deliveries_linked_in_lead_id"];

    /// Reads or writes them; what makes the tables themselves is not meant.
    public static bool IsAboutLeads(string sql) => About().IsMatch(sql) && !sql.StartsWith("CREATE", StringComparison.Ordinal)
        && !sql.StartsWith("ALTER", StringComparison.Ordinal);

    /// Those that only answer questions: the others keep something unique.
    public static async Task<List<string>> Indexes(this DbConnection connection)
    {
        await using var query = connection.CreateCommand();
        query.CommandText = connection is SqliteConnection
            ? "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql NOT LIKE '%UNIQUE%'"
            : "SELECT indexname, tablename FROM pg_indexes WHERE indexdef NOT LIKE '%UNIQUE%'";
        await using var rows = await query.ExecuteReaderAsync();
        List<string> indexes = [];
        while (await rows.ReadAsync())
            if (Large.Split('|').Contains(rows.GetString(1)) && (connection is SqliteConnection || !Narrowing.Contains(rows.GetString(0))))
                indexes.Add(rows.GetString(0));
        return indexes;
    }

    public static async Task Run(this DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<string?> ScanOf(this DbConnection connection,
        string sql, IReadOnlyList<(string Name, object? Value)> values, DbTransaction? transaction)
    {
        var isSqlite = connection is SqliteConnection;
        await using var explain = connection.CreateCommand();
        explain.Transaction = transaction;
        explain.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
        foreach (var (name, value) in values)
            explain.Parameters.Add(isSqlite ? new SqliteParameter(name, Stored(value)) : Parameter(name, value));
        List<string> plan = [];
        await using var rows = await explain.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            plan.Add(rows.GetString(isSqlite ? 3 : 0));
        return isSqlite ? SqliteScan(sql, plan) : PostgreSqlScan(sql, plan);
    }

    /// A page without a condition may come straight off the end of an index.
    private static bool IsPage(string sql) => sql.Contains("LIMIT", StringComparison.Ordinal)
        && !sql.Contains("WHERE", StringComparison.Ordinal);

    /// All leads of a form are as good as all there are, where nothing says how many at most; so are all of a run, where some are asked for by their state.
    private static string? SqliteScan(string sql, List<string> plan)
    {
        var names = Alias().Matches(sql).Select(match => match.Groups["alias"].Value).Concat(Large.Split('|')).ToHashSet();
        return plan.Find(step => (step.EndsWith("(form_id=?)", StringComparison.Ordinal) && !sql.Contains("LIMIT", StringComparison.Ordinal))
            // An index that is made for the one question, because another table is gone through first.
            || step.Contains(" AUTOMATIC ", StringComparison.Ordinal)
            || (step.EndsWith("(run_id=?)", StringComparison.Ordinal) && sql.Contains("\"state\" = ", StringComparison.Ordinal))
            || (step.StartsWith("SCAN ", StringComparison.Ordinal) && names.Contains(step.Split(' ')[1])
                && !(IsPage(sql) && step.Contains("USING INDEX", StringComparison.Ordinal))));
    }

    private static string? PostgreSqlScan(string sql, List<string> plan)
    {
        var nodes = string.Join('\n', plan).Split("->");
        return Array.Find(nodes, node => SeqScan().IsMatch(node)
            || (node.Contains("IX_deliveries_state_", StringComparison.Ordinal) && !OfState().IsMatch(node))
            || (IndexScan().IsMatch(node) && !node.Contains("Index Cond", StringComparison.Ordinal)
                && !(IsPage(sql) && !node.Contains("Filter", StringComparison.Ordinal))));
    }

    private static NpgsqlParameter Parameter(string name, object? value)
    {
        var parameter = new NpgsqlParameter { Value = value is Enum word ? Convert.ToInt32(word, null) : value ?? DBNull.Value };
        if (!name.StartsWith('$'))
            parameter.ParameterName = name;
        return parameter;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTime time => time.Ticks,
        Enum word => Convert.ToInt32(word, null),
        _ => value,
    };

    [GeneratedRegex($"""\b(FROM|JOIN|UPDATE|INTO)\s+"?({Large})\b""")]
    private static partial Regex About();

    [GeneratedRegex($"""\b({Large})"?\s+AS\s+"?(?<alias>\w+)""")]
    private static partial Regex Alias();

    [GeneratedRegex($"Seq Scan on ({Large})")]
    private static partial Regex SeqScan();

    /// Where its first column is not asked for, all of an index is gone through.
    [GeneratedRegex(@"Index Cond: \(+state\b")]
    private static partial Regex OfState();

    [GeneratedRegex($"Index (Only )?Scan.* on ({Large})")]
    private static partial Regex IndexScan();
}
