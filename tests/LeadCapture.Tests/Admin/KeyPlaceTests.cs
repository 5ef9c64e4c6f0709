using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Admin;

/// Where the key goes: address, version and authorization, changed while the program runs.
public class KeyPlaceTests
{
    private const string NewKey = "the-new-key-of-reply-0451";
    private const string Form = "/admin/settings/key";
    private const string Address =
        "Enter an address that starts with https://, without the version, such as https://api.reply.io";

    [Fact]
    public async Task A_changed_address_gets_all_that_waited_with_the_key_that_was_typed_for_it()
    {
        await using var app = await TestApp.Start(new TestAppPlan
        {
            ApiKey = "the-old-key-of-reply-9999",
            Settings = ["Reply:InlineWait=00:00:00"],
        });
        await using var other = await Another();
        await app.Submits("ann@example.com");
        await TestApp.Eventually(async () => (await app.Gate()).Reason == GateReason.KeyRefused, "the key is refused");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Does(Form, ("apiKey", NewKey), ("baseUrl", $" {other.Address} "), ("apiVersion", "V3"));

        Assert.Equal("Key saved. Reply.io accepts this key. It belongs to sandbox@example.com.", page.News);
        await app.IsDelivered("ann@example.com");
        Assert.Equal(1, other.State.CreatesOf("ann@example.com"));
        var create = other.State.Calls.Single(call => call.Method == "POST");
        Assert.Equal("/v3/contacts", create.Path);
        Assert.Contains(create.Headers.Keys, name => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(AddressOf(other) + "Saved here", page.Fact("Address"));
        Assert.Equal("v3Saved here", page.Fact("Version"));
        Assert.Equal("BearerDefault for this version", page.Fact("Authorization"));
        Assert.Equal((other.Address.AbsoluteUri, "V3"), (page.ValueOf("baseUrl"), page.ValueOf("apiVersion")));
        var audit = (await browser.Gets("/admin/audit?act=replaced+key")).Source;
        Assert.Contains($"now ends in 0451, goes to {other.Address}, v3, default authorization", audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiKey", "", "Enter the API key. Find it in Reply.io under Settings > API key.")]
    [InlineData("baseUrl", "http://reply.example.com", Address)]
    [InlineData("baseUrl", "http://169.254.169.254/", Address)]
    [InlineData("baseUrl", "https://user:password@reply.example.com", Address)]
    [InlineData("baseUrl", "https://reply.example.com/?key=1", Address)]
    [InlineData("baseUrl", "https://reply.example.com/#v4", Address)]
    [InlineData("baseUrl", "file:///etc/passwd", Address)]
    [InlineData("baseUrl", "reply.example.com", Address)]
    [InlineData("apiVersion", "V9", "Choose one of the versions")]
    [InlineData("apiVersion", "1", "Choose one of the versions")]
    [InlineData("authorization", "Basic", "Choose how the key is sent")]
    public async Task What_does_not_fit_is_said_beside_its_input_and_nothing_is_changed(string name, string value, string message)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        (string Name, string Value)[] good = [("apiKey", NewKey), ("baseUrl", "https://reply.example.com"), ("apiVersion", "V3")];

        var page = await browser.Posts(Form, [.. good.Where(input => input.Name != name), (name, value)]);

        Assert.Equal((422, "Error: " + message), (page.Status, page.ErrorOf(name)));
        Assert.Equal([(name, message)], page.Summary);
        Assert.Equal(name == "baseUrl" ? value : "https://reply.example.com", page.ValueOf("baseUrl"));
        Assert.NotNull(page.Html.QuerySelector("details[open] #baseUrl"));
        Assert.DoesNotContain(NewKey, page.Source, StringComparison.Ordinal);
        Assert.Equal(0, await app.Query(db => db.Secrets.CountAsync()));
        Assert.Equal("test-key", Account(app).Current!.ApiKey);
    }

    [Fact]
    public async Task Back_to_the_settings_file_sends_its_own_key_to_its_own_address()
    {
        await using var other = await Another();
        var first = await TestApp.Start();
        using (var browser = await AdminBrowser.SignedIn(first, Role.Admin))
            await browser.Does(Form, ("apiKey", NewKey), ("baseUrl", other.Address.AbsoluteUri), ("authorization", "Bearer"));
        Assert.DoesNotContain(other.Address.Authority, await Stored(first), StringComparison.Ordinal);
        await first.Stop();

        await using var app = await TestApp.Start(new TestAppPlan { Continues = first });
        await app.Submits("ann@example.com");
        await app.IsDelivered("ann@example.com");
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin, "second@example.com");
        var page = await admin.Does(Form + "/forget");
        await app.Submits("ben@example.com");
        await app.IsDelivered("ben@example.com");

        Assert.StartsWith("Saved key deleted. The server configuration applies. Reply.io accepts", page.News,
            StringComparison.Ordinal);
        Assert.Equal((1, 0), (other.State.CreatesOf("ann@example.com"), other.State.CreatesOf("ben@example.com")));
        Assert.Equal((0, 1), (app.ReplyIo.State.CreatesOf("ann@example.com"), app.ReplyIo.State.CreatesOf("ben@example.com")));
        Assert.Equal(0, app.ReplyIo.State.Rejected);
        Assert.Null(page.Html.QuerySelector("form[action$='/forget']"));
    }

    [Fact]
    public async Task Without_a_key_in_the_settings_file_leads_wait_once_the_stored_one_is_forgotten()
    {
        await using var app = await TestApp.Start(new TestAppPlan { ApiKey = "", Settings = ["Reply:InlineWait=00:00:00"] });
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Does(Form, ("apiKey", "test-key"));

        var page = await browser.Does(Form + "/forget");
        await app.Submits("ann@example.com");
        await app.Settles();

        Assert.Equal("Saved key deleted. The server configuration has no key, so leads wait until you save one.", page.News);
        Assert.Equal(DeliveryState.Waiting, (await app.DeliveryOf("ann@example.com")).State);
        await browser.Does(Form, ("apiKey", "test-key"));
        await app.IsDelivered("ann@example.com");
    }

    [Fact]
    public async Task A_changed_address_and_a_lowered_budget_reach_the_other_node_and_with_SQLite_there_is_only_one_node()
    {
        var plan = new TestAppPlan { Clock = new FakeTimeProvider(DateTimeOffset.UtcNow) };
        await using var first = await TestApp.Start(plan);
        if (!TestApp.OnPostgreSql)
        {
            await Assert.ThrowsAsync<SettingException>(() => TestApp.Start(plan with { Continues = first, OwnsData = false }));
            return;
        }
        await using var second = await TestApp.Start(plan with { Continues = first, OwnsData = false });
        await using var other = await Another();
        using var browser = await AdminBrowser.SignedIn(first, Role.Admin);

        // The budget is asked for with each claim: not even a second passes.
        await browser.Does("/admin/settings/budget", ("perMinute", "2"));
        await second.SubmitsInTurn(ClockSteps.People(5));
        Assert.Equal(2, first.ReplyIo.State.Received);

        await browser.Does(Form, ("apiKey", NewKey), ("baseUrl", other.Address.AbsoluteUri));
        var elsewhere = Account(second);
        Assert.Equal(first.ReplyIo.Address, elsewhere.Current!.BaseUrl);
        plan.Clock!.Advance(KeyWatch.Pause);
        await TestApp.Eventually(() => Task.FromResult(elsewhere.Current!.BaseUrl == other.Address), "it is taken over");
        Assert.Equal(NewKey, elsewhere.Current!.ApiKey);

        await browser.Does(Form + "/forget");
        plan.Clock.Advance(KeyWatch.Pause);
        await TestApp.Eventually(() => Task.FromResult(elsewhere.Current!.ApiKey == "test-key"), "it is forgotten there");
        Assert.Equal(first.ReplyIo.Address, elsewhere.Current!.BaseUrl);
    }

    private static Task<SandboxServer> Another() =>
        SandboxServer.Start(new() { ApiKey = NewKey }, TestContext.Current.CancellationToken);

    private static ReplyIoAccount Account(TestApp app) => app.Services.GetRequiredService<ReplyIoAccount>();

    private static string AddressOf(SandboxServer server) => server.Address.AbsoluteUri.TrimEnd('/');

    private static Task<string> Stored(TestApp app) =>
        app.Query(db => db.Secrets.Select(secret => secret.Protected).SingleAsync());
}
