using LeadCapture.Admin.Leads;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;
using LeadCapture.Pages;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Benchmarks.Scale;

/// What the app asks its store, asked by the app's own classes.
public sealed class ScaleQuestions(StoreOptions store, int leads) : IAsyncDisposable
{
    private const int Slots = 4;
    private const int PageSize = 50;

    private readonly ServiceProvider app = Build(store, new()
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
        UnconfirmedWait = TimeSpan.FromMinutes(1),
    });

    /// Topic by topic, as they stand in the chart.
    public IReadOnlyList<(string Topic, string Question, Func<int, Task> Ask)> All =>
    [
        ("claim", "claim of 4 out of a backlog", _ => Claim()),
        ("budget", "budget of a minute and an hour", _ => Figures().BudgetLeft()),
        ("confirmation", "confirmation by its receipt", run => Confirm(ScaleData.ReceiptOf(Any(run)))),
        ("list by state", "newest 50", _ => List(null)),
        ("list by state", "newest 50 delivered", _ => List(DeliveryState.Delivered)),
        ("list by state", "newest 50 that need attention", _ => List(DeliveryState.NeedsAttention)),
        ("list by state", "newest 50 of a state long ago", _ => List(DeliveryState.Discarded)),
        ("search by email", "search by whole email", run => Search(ScaleData.EmailOf(Any(run)))),
        ("search by email", "search by the first letters", run => Search(ScaleData.EmailOf(Any(run))[..8])),
        ("search by email", "search by the first letter", _ => Search("p")),
        ("dashboard", "counts by state, oldest", _ => Figures().Queue(default)),
        ("dashboard", "days of two weeks", _ => Figures().Days(14, default)),
        ("dashboard", "time to delivery, 24 hours", _ => Figures().Times(default)),
    ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// What is counted once a day and then known.
    public async Task CountAnew()
    {
        var fresh = new Figures(Databases, app.GetRequiredService<Store>(), new(TimeProvider.System),
            app.GetRequiredService<ReplyOptions>(), TimeProvider.System);
        await fresh.Queue(default);
        await fresh.Days(14, default);
    }

    private IDbContextFactory<LeadDb> Databases => app.GetRequiredService<IDbContextFactory<LeadDb>>();

    /// Without what the last run has kept for ten seconds.
    private Figures Figures() => ActivatorUtilities.CreateInstance<Figures>(app);

    private int Any(int run) => (int)(run * 7919L % leads);

    private async Task Claim()
    {
        var claims = await app.GetRequiredService<BatchWriter>().Write(new() { Slots = Slots, Looks = { new() } }, onLiveConnection: false);
        // The smallest stores run out of backlog.
        if (claims.Deliveries.Count != Slots && leads >= 10_000)
            throw new InvalidOperationException($"Claimed {claims.Deliveries.Count}.");
    }

    private async Task Confirm(string receipt)
    {
        if (await app.GetRequiredService<Confirmations>().Find(receipt) is null)
            throw new InvalidOperationException("Not found.");
    }

    private async Task List(DeliveryState? state)
    {
        await using var db = await Databases.CreateDbContextAsync();
        await db.Deliveries.AsNoTracking().Newest(state, before: null, PageSize).Include(delivery => delivery.Lead).ToListAsync();
    }

    private async Task Search(string text)
    {
        await using var db = await Databases.CreateDbContextAsync();
        var found = await db.Deliveries.AsNoTracking().WithEmail(text, PageSize).Include(delivery => delivery.Lead).ToListAsync();
        if (found.Count == 0)
            throw new InvalidOperationException("Not found.");
    }

    private static ServiceProvider Build(StoreOptions store, ReplyOptions reply)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System).AddSingleton(store).AddSingleton(reply);
        services.AddStore(store, new() { Certificate = null });
        services.AddReplyIo();
        services.AddDeliveries(reply);
        services.AddForms();
        services.AddSingleton<Confirmations>();
        return services.BuildServiceProvider();
    }
}
