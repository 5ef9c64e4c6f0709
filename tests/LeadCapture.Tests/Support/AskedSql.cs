using System.Collections.Concurrent;
using System.Data.Common;
using LeadCapture.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Support;

/// Every statement that the application asks of its store, each once, with the values it was asked with.
internal sealed class AskedSql : DbCommandInterceptor, IServiceProviderFactory<IServiceCollection>
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Name, object? Value)>> statements = new();

    private readonly ConcurrentQueue<string> order = new();

    public IReadOnlyDictionary<string, IReadOnlyList<(string Name, object? Value)>> Statements => statements;

    /// Each as often as it was asked.
    public IReadOnlyCollection<string> InOrder => order;

    public int Count => order.Count;

    public void Watch(WebApplicationBuilder builder)
    {
        builder.Host.UseServiceProviderFactory(this);
        builder.Services.ConfigureDbContext<SqliteLeadDb>(db => db.AddInterceptors(this));
        builder.Services.ConfigureDbContext<PostgreSqlLeadDb>(db => db.AddInterceptors(this));
    }

    public IServiceCollection CreateBuilder(IServiceCollection services) => services;

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
    {
        var real = containerBuilder.Single(service => service.ServiceType == typeof(Store));
        containerBuilder.Remove(real);
        containerBuilder.AddSingleton<Store>(provider => new WatchedStore(
            (Store)(real.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)), this));
        return containerBuilder.BuildServiceProvider();
    }

    public void Note(string sql, object?[] values)
    {
        order.Enqueue(sql);
        statements.TryAdd(sql, [.. values.Select((value, place) => ("$" + (place + 1), value))]);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Note(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) => new(Note(command, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Note(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default) => new(Note(command, result));

    private InterceptionResult<T> Note<T>(DbCommand command, InterceptionResult<T> result)
    {
        order.Enqueue(command.CommandText);
        statements.TryAdd(command.CommandText,
            [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]);
        return result;
    }
}

internal sealed class WatchedStore(Store store, AskedSql asked) : Store, IAsyncDisposable
{
    public override int Parallel => store.Parallel;

    public override bool IsShared => store.IsShared;

    public override bool IsFaultOfData(Exception fault) => store.IsFaultOfData(fault);

    public override ValueTask<IDisposable?> WriterLock(CancellationToken aborted) => store.WriterLock(aborted);

    public async ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable shared)
            await shared.DisposeAsync();
        (store as IDisposable)?.Dispose();
    }

    protected override async ValueTask<SqlTransaction> OpenSession() => new WatchedSession(await store.Begin(), asked);

    protected override async ValueTask<SqlReader> OpenReading() => new WatchedReading(await store.Read(), asked);
}

internal sealed class WatchedReading(SqlReader reading, AskedSql asked) : SqlReader
{
    public override ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        asked.Note(sql, values);
        return reading.Query(sql, read, values);
    }

    public override Guid Id(DbDataReader row, int column) => reading.Id(row, column);

    public override DateTime Time(DbDataReader row, int column) => reading.Time(row, column);

    public override ValueTask DisposeAsync() => reading.DisposeAsync();
}

internal sealed class WatchedSession(SqlTransaction session, AskedSql asked) : SqlTransaction
{
    public override string DueSql => session.DueSql;

    public override string Locking => session.Locking;

    public override int Add(string sql, params object?[] values)
    {
        asked.Note(sql, values);
        return session.Add(sql, values);
    }

    public override IReadOnlyList<int> Counts => session.Counts;

    public override void Lock(IEnumerable<string> keys) => session.Lock(keys);

    public override ValueTask Run(string script) => session.Run(script);

    public override ValueTask Flush() => session.Flush();

    public override ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        asked.Note(sql, values);
        return session.Query(sql, read, values);
    }

    public override ValueTask Commit() => session.Commit();

    public override Guid Id(DbDataReader row, int column) => session.Id(row, column);

    public override DateTime Time(DbDataReader row, int column) => session.Time(row, column);

    public override ValueTask DisposeAsync() => session.DisposeAsync();
}
