using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Support;

/// The real application on a real port, with a database of its own and the sandbox as its Reply.io.
/// LEADCAPTURE_TEST_DATABASE=postgres runs every test on PostgreSQL.
public sealed class TestApp : IAsyncDisposable
{
    private readonly bool ownsData;
    private WebApplication app = null!;
    private bool stopped;

    private TestApp(string folder, string? database, bool ownsData) =>
        (Folder, Database, this.ownsData) = (folder, database, ownsData);

    public static bool OnPostgreSql => Environment.GetEnvironmentVariable("LEADCAPTURE_TEST_DATABASE") == "postgres";

    /// Kept for a second start on the same data.
    public string Folder { get; }
    public string? Database { get; }

    public SandboxServer ReplyIo { get; private set; } = null!;
    public HttpClient Visitor { get; private set; } = null!;
    public FakeTimeProvider? Clock { get; private set; }
    public IServiceProvider Services => app.Services;
    public Uri Address => new(app.Urls.First());

    public static Task<TestApp> Start(params string[] settings) => Start(new TestAppPlan { Settings = settings });

    /// On a clock that only moves when the test moves it; see ClockSteps.
    public static Task<TestApp> StartAtRest(params string[] settings) =>
        Start(new TestAppPlan { Settings = settings, Clock = new(DateTimeOffset.UtcNow) });

    public static async Task<TestApp> Start(TestAppPlan plan)
    {
        var (folder, database) = plan.Continues is { } before ? (before.Folder, before.Database) : await NewStore(plan.HasSchema);
        var test = new TestApp(folder, database, plan.OwnsData)
        {
            ReplyIo = plan.Continues?.ReplyIo ?? await SandboxServer.Start(plan.Sandbox),
            Clock = plan.Clock,
        };
        test.app = await LeadCaptureApp.Start(test.Arguments(plan), builder =>
        {
            builder.WebHost.UseStaticWebAssets();
            if (plan.Clock is { } clock)
                builder.Services.AddSingleton(new MachineClock(clock)).AddSingleton<TimeProvider>(clock);
            builder.Services.AddSingleton(plan.Catalogue);
            plan.Configure?.Invoke(builder);
        });
        var browser = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        test.Visitor = new(browser) { BaseAddress = test.Address };
        return test;
    }

    public Task<HttpResponseMessage> Posts(string path, params (string Name, string Value)[] inputs) =>
        Visitor.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(
            inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))));

    /// Posts the contact form with this address and gives the confirmation's path.
    public async Task<string> Submits(string email, string form = "contact")
    {
        using var answer = await Posts("/f/" + form, ("email", email), ("firstName", "Ann"), ("consent", "yes"));
        Assert.Equal(303, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public async Task<T> Query<T>(Func<LeadDb, Task<T>> query)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<LeadDb>>().CreateDbContextAsync();
        return await query(db);
    }

    public Task<Delivery> DeliveryOf(string email) => Query(db =>
        db.Deliveries.AsNoTracking().Include(delivery => delivery.Lead).SingleAsync(delivery => delivery.Lead!.Email == email));

    public Task<Gate> Gate() => Query(db => db.Gates.AsNoTracking().SingleAsync());

    /// Asks again until it is so; fails when it does not come to be within the time that a hanging test may take.
    public static async Task Eventually(Func<Task<bool>> isSo, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
            Assert.True(await Ticks(pace, patience.Token), "It never came to be: " + what);
    }

    public Task IsDelivered(string email) => Reaches(email, DeliveryState.Delivered);

    /// Also where the lead is not there yet.
    public Task Reaches(string email, DeliveryState state) => Eventually(
        () => Query(db => db.Deliveries.AnyAsync(delivery => delivery.Lead!.Email == email && delivery.State == state)), state.ToString());

    /// Stops the program, keeps its data and its Reply.io for the next one.
    public async Task Stop()
    {
        if (stopped)
            return;
        stopped = true;
        Visitor.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (!ownsData)
            return;
        await ReplyIo.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        if (Database is not null)
            await (await PostgreSqlServer.Running).Drop(Database);
    }

    private static async Task<(string Folder, string? Database)> NewStore(bool hasSchema)
    {
        var folder = Directory.CreateTempSubdirectory("leadcapture-test-").FullName;
        if (OnPostgreSql)
            return (folder, await (hasSchema ? Template.CopyPostgreSql() : (await PostgreSqlServer.Running).NewDatabase()));
        if (hasSchema)
            await Template.CopySqlite(folder);
        return (folder, null);
    }

    public string[] Arguments(TestAppPlan plan) =>
    [
        "--urls=http://127.0.0.1:0",
        "--environment=Production",
        $"--DataDirectory={Folder}",
        $"--Reply:BaseUrl={ReplyIo.Address}",
        $"--Reply:ApiKey={plan.ApiKey}",
        "--Reply:UseSandbox=false",
        "--Reply:RetryBaseDelay=00:00:00.050",
        "--Reply:UnconfirmedWait=00:00:00.050",
        "--RateLimits:PostsPerMinute=0",
        .. Database is null
            ? Array.Empty<string>()
            : ["--Database:Provider=PostgreSql", $"--ConnectionStrings:LeadCapture={Database}"],
        // On a clock that stands still, nobody waits for an end in time.
        .. plan.Clock is null ? Array.Empty<string>() : ["--Reply:InlineWait=00:00:00", "--Reply:AttemptTimeout=01:00:00"],
        .. plan.Settings.Select(setting => "--" + setting),
    ];

    private static async Task<bool> Ticks(PeriodicTimer pace, CancellationToken patience)
    {
        try
        {
            return await pace.WaitForNextTickAsync(patience);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

public sealed record TestAppPlan
{
    /// Such as "Reply:RequestsPerMinute=3".
    public IReadOnlyList<string> Settings { get; init; } = [];
    public string ApiKey { get; init; } = "test-key";
    public string SandboxKey { get; init; } = "test-key";
    public FakeTimeProvider? Clock { get; init; }
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// Tests count the calls of leads: what Reply.io has is read where a test asks for it.
    public CatalogueSchedule Catalogue { get; init; } = CatalogueSchedule.OnDemand;

    /// The sandbox's own limit; 0 = none.
    public int SandboxLimit { get; init; }

    public SandboxOptions Sandbox => new()
    {
        ApiKey = SandboxKey,
        RequestsPerMinute = SandboxLimit,
        Clock = Clock ?? TimeProvider.System,
    };

    /// False for a first start, which makes the schema itself.
    public bool HasSchema { get; init; } = true;

    /// An application that was stopped: its data and its Reply.io go on.
    public TestApp? Continues { get; init; }

    /// False for one of several on the same data: the last to go puts it away.
    public bool OwnsData { get; init; } = true;
}
