using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LeadCapture.Data;

/// EF Core too goes on with no other file than the one that it began with.
internal sealed class SqliteFileCheck(SqliteFile file) : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionOpening(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        file.Check();
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        file.Check();
        return new(result);
    }
}
