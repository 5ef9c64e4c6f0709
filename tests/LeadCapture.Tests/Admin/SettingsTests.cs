using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Admin;

public class SettingsTests
{
    private const string NewKey = "the-new-key-of-reply-0451";
    private static readonly TestAppPlan WrongKey = new() { ApiKey = "the-old-key-of-reply-9999", SandboxKey = NewKey };

    [Fact]
    public async Task A_key_that_is_replaced_sends_all_that_waited_without_a_restart()
    {
        await using var app = await TestApp.Start(WrongKey with
        {
            Settings = ["Reply:InlineWait=00:00:00", "Reply:RequestsPerMinute=0"],
        });
        var people = ClockSteps.People(30).ToList();
        foreach (var email in people)
            await app.Submits(email);
        await TestApp.Eventually(async () => (await app.Gate()).Reason == GateReason.KeyRefused, "the key is refused");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        Assert.Contains("rejects the API key", GateOn(await browser.Gets("/admin")), StringComparison.Ordinal);

        var page = await browser.Does("/admin/settings/key", ("apiKey", $" {NewKey} "));

        Assert.Equal("Key saved. Reply.io accepts this key. It belongs to sandbox@example.com.", page.News);
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all are delivered");
        Assert.True(app.ReplyIo.State.HasEachOnce(people));
        Assert.Equal("0451", page.Html.QuerySelector(".facts code")!.TextContent);
    }

    [Fact]
    public async Task The_key_itself_is_nowhere_to_be_read()
    {
        await using var app = await TestApp.Start(WrongKey);
        using var browser = await AdminBrowser.SignedIn(app);

        var page = await browser.Does("/admin/settings/key", ("apiKey", NewKey));
        var refused = await browser.Posts("/admin/settings/key", ("apiKey", NewKey + " and more"));

        Assert.Equal("Enter the key as Reply.io shows it, without spaces or special characters", refused.Summary[0].Message);
        var (stored, audit) = (await Stored(app), (await browser.Gets("/admin/audit")).Source);
        var log = string.Join('\n', await app.EndsWithLog());
        foreach (var place in (string[])[page.Source, refused.Source, stored, audit, log])
            Assert.DoesNotContain(NewKey, place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_Reply_io_refuses_is_stored_and_said_to_be_refused()
    {
        await using var app = await TestApp.Start(new TestAppPlan { SandboxKey = NewKey, ApiKey = NewKey });
        using var browser = await AdminBrowser.SignedIn(app);

        var tested = await browser.Does("/admin/settings/key/test");
        var replaced = await browser.Does("/admin/settings/key", ("apiKey", "another-key-1234"));

        Assert.Equal("Reply.io accepts this key. It belongs to sandbox@example.com.", tested.News);
        Assert.StartsWith("Key saved. Key test failed: ", replaced.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_takes_over_the_key_that_another_one_stored()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.Start(WrongKey with { Clock = clock });
        await app.Services.GetRequiredService<SecretBox>().Write(SecretBox.ReplyApiKey, NewKey);
        Assert.Equal("the-old-key-of-reply-9999", app.Services.GetRequiredService<ReplyIoAccount>().Current!.ApiKey);

        // Alone on SQLite, nobody else stores one, and there is no clock to wait for.
        if (!TestApp.OnPostgreSql)
            await app.Services.GetRequiredService<KeyWatch>().TakeOver();
        clock.Advance(KeyWatch.Pause);

        var account = app.Services.GetRequiredService<ReplyIoAccount>();
        await TestApp.Eventually(() => Task.FromResult(account.Current!.ApiKey == NewKey), "the new key is taken over");
        await app.SubmitsInTurn("ann@example.com");
        Assert.True(await app.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task Sending_pauses_by_hand_and_goes_on_with_all_that_waited()
    {
        await using var app = await TestApp.Start("Reply:InlineWait=00:00:00");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var paused = await browser.Does("/admin/settings/pause", ("reason", "Reply.io is being moved"));
        await app.Submits("ann@example.com");
        await app.Settles();
        Assert.Equal(DeliveryState.Waiting, (await app.DeliveryOf("ann@example.com")).State);
        Assert.Contains("Paused by Admin One: Reply.io is being moved", GateOn(paused), StringComparison.Ordinal);

        await browser.Does("/admin/settings/resume");

        await app.IsDelivered("ann@example.com");
        Assert.Equal("", GateOn(await browser.Gets("/admin/settings")));
        Assert.Equal(["paused sending", "resumed sending"], await app.Query(db => db.AuditEntries
            .Where(entry => entry.Kind == "settings").OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("true", true)]
    public async Task The_sandbox_of_development_gives_way_to_a_stored_key_unless_it_was_asked_for(string asked, bool stays)
    {
        var plan = new TestAppPlan
        {
            ApiKey = "",
            SandboxKey = NewKey,
            Settings = ["environment=Development", $"Reply:UseSandbox={asked}"],
        };
        var first = await TestApp.Start(plan);
        using (var browser = await AdminBrowser.SignedIn(first))
        {
            Assert.NotNull((await browser.Gets("/admin")).Html.QuerySelector(".sandbox"));
            var page = await browser.Does("/admin/settings/key", ("apiKey", NewKey));
            Assert.Equal(stays, page.Html.QuerySelector(".sandbox") is not null);
        }
        await first.Stop();

        await using var second = await TestApp.Start(plan with { Continues = first });
        await second.Submits("ann@example.com");

        await second.IsDelivered("ann@example.com");
        Assert.Equal(stays ? 0 : 1, second.ReplyIo.State.CreatesOf("ann@example.com"));
    }

    [Fact]
    public async Task What_the_sandbox_answers_is_shown_as_it_is()
    {
        await using var app = await TestApp.Start(new TestAppPlan { ApiKey = "", Settings = ["Reply:UseSandbox=true"] });
        app.Services.GetRequiredService<LocalSandbox>().Server!.State.Play(new(Scene.Refuse, Calls: 1, Field: "firstName"));

        await app.Submits("ann@example.com");

        await app.Reaches("ann@example.com", DeliveryState.NeedsAttention);
        Assert.EndsWith("firstName: was refused by the sandbox", (await app.OnlyDelivery()).Reason, StringComparison.Ordinal);
    }

    private static string GateOn(Page page) => page.Html.QuerySelector(".gate")?.TextContent ?? "";

    private static async Task<string> Stored(TestApp app) => string.Join('\n',
        await app.Query(db => db.Secrets.Select(secret => secret.Protected).ToListAsync()));
}
