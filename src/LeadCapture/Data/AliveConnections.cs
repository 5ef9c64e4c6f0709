using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LeadCapture.Data;

/// EF Core carries out nothing a second time: before its first question, a connection out of the pool shows that it is alive.
internal sealed class AliveConnections(NpgsqlDataSource source) : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, StrongBox<DbContextId>> asked = [];

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not { } db || !IsFirst(db) || await PostgreSqlStore.IsAlive(connection))
            return;
        source.Clear();
        await connection.CloseAsync();
        await connection.OpenAsync(cancellationToken);
    }

    /// A context of the pool is another one each time it is lent.
    private bool IsFirst(DbContext db)
    {
        var seen = asked.GetOrCreateValue(db);
        if (seen.Value == db.ContextId)
            return false;
        seen.Value = db.ContextId;
        return true;
    }
}
