using System.Data.Common;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;

namespace LeadCapture.Benchmarks.Scale;

/// What the app asks its store: the claim and the budget through its own classes, the pages of the admin area in their SQL.
public sealed class ScaleQuestions(ScaleStore scale, StoreKind kind, int leads) : IAsyncDisposable
{
    private const int Slots = 4;
    private readonly ReplyOptions options = new()
    {
        BaseUrl = new("http://127.0.0.1:9"),
        ApiVersion = ApiVersion.V4,
        Authorization = AuthorizationScheme.XApiKey,
        ApiKey = "scale-key",
        UseSandbox = false,
        RequestsPerMinute = 1_000_000,
        RequestsPerHour = 1_000_000,
        AttemptTimeout = TimeSpan.FromSeconds(15),
        InlineWait = TimeSpan.Zero,
        MaxConcurrentCalls = Slots,
        RetryBaseDelay = TimeSpan.FromSeconds(5),
    };

    private readonly Store store = kind == StoreKind.Sqlite
        ? new SqliteStore(new SqliteWriter(scale.Options.ConnectionString), scale.Options.ConnectionString)
        : new PostgreSqlStore(scale.Options.ConnectionString);

    private readonly DbDataSource source = Database.Open(kind, scale.Options.ConnectionString);

    public IReadOnlyList<(string Question, Func<int, Task> Ask)> All =>
    [
        ("claim of 4 out of a backlog", _ => Claim()),
        ("budget of a minute and an hour", _ => CountBudget()),
        ("newest 50", _ => Read(Page(""))),
        ("newest 50 delivered", _ => Read(Page($"WHERE d.state = {(int)DeliveryState.Delivered}"))),
        ("newest 50 that need attention", _ => Read(Page($"WHERE d.state = {(int)DeliveryState.NeedsAttention}"))),
        ("newest 50 of a state with none", _ => Read(Page("WHERE d.state = 9"))),
        ("search by whole email", run => Read(Page($"WHERE l.email = '{ScaleData.EmailOf(run * 7919 % leads)}'"))),
        ("search by part of an email", run => Read(Page($"WHERE l.email LIKE '%person-{run * 7919 % leads}@%'"))),
        ("attempts of one lead", run => Read(
            $"SELECT a.* FROM attempts a JOIN leads l ON l.id = a.lead_id WHERE l.receipt = '{run}' ORDER BY a.started_at")),
        ("counts per state", _ => Read("SELECT state, count(*) FROM deliveries GROUP BY state")),
        ("age of the oldest that is due", _ => Read(
            "SELECT min(l.received_at) FROM deliveries d JOIN leads l ON l.id = d.lead_id WHERE d.due_at IS NOT NULL")),
    ];

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        if (store is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    private static string Page(string where) =>
        "SELECT l.id, l.email, l.received_at, d.state FROM leads l JOIN deliveries d ON d.lead_id = l.id "
        + $"{where} ORDER BY d.lead_id DESC LIMIT 50";

    private async Task Claim()
    {
        var writer = new BatchWriter(store, new(options, new(options)), new(options.RetryBaseDelay), TimeProvider.System);
        var claims = await writer.Write(new() { Slots = Slots, Looks = { new() } });
        if (claims.Deliveries.Count != Slots)
            throw new InvalidOperationException($"Claimed {claims.Deliveries.Count}.");
    }

    private async Task CountBudget()
    {
        await using var session = await store.Begin();
        await Budget.Read(session, options, DateTime.UtcNow);
    }

    private async Task Read(string sql) => await Database.Query(source, sql, row => row.GetValue(0));
}
