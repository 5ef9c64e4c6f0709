using System.Data.Common;

namespace LeadCapture.Data;

/// The cells of a row, one after the other in the order of its SELECT.
public sealed class SqlCells(SqlReader reader, DbDataReader row)
{
    private int next;

    public int Number() => row.GetInt32(next++);

    public int? NumberOrNull() => IsNull() ? null : row.GetInt32(next - 1);

    public long BigNumber() => row.GetInt64(next++);

    public bool Flag() => row.GetBoolean(next++);

    public bool? FlagOrNull() => IsNull() ? null : row.GetBoolean(next - 1);

    public string Text() => row.GetString(next++);

    public string? TextOrNull() => IsNull() ? null : row.GetString(next - 1);

    public Guid Id() => reader.Id(row, next++);

    public Guid? IdOrNull() => IsNull() ? null : reader.Id(row, next - 1);

    public DateTime Time() => reader.Time(row, next++);

    public DateTime? TimeOrNull() => IsNull() ? null : reader.Time(row, next - 1);

    private bool IsNull() => row.IsDBNull(next++);
}
