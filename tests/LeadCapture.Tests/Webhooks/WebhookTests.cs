using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Alerts;
using LeadCapture.Tests.Support;
using LeadCapture.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Webhooks;

public class WebhookTests
{
    private const string Here = "/admin/forms/contact/notifications";

    [Fact]
    public async Task A_new_lead_is_told_signed_and_without_personal_data()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start();
        using var mail = new MailServer();
        using var admin = await app.IsToldByEmail(mail.Port);
        var (_, secret) = await app.Hooks(admin, hook.Address);

        await app.Submits("ann@example.com");
        var call = Assert.Single(await hook.Hears(1));

        Assert.True(call.IsSignedBy(secret));
        var lead = await app.DeliveryOf("ann@example.com");
        Assert.True(DateTimeOffset.FromUnixTimeSeconds(long.Parse(call.Timestamp, InvariantCulture)).AddSeconds(1) > lead.Lead!.ReceivedAt);
        var data = call.Body.GetProperty("data");
        Assert.Equal(("lead.created", lead.LeadId, "contact", lead.Lead!.Reference), (call.Type,
            data.GetProperty("leadId").GetGuid(), data.GetProperty("form").GetString(), data.GetProperty("reference").GetString()));
        Assert.Equal($"https://leads.example.com/admin/leads/{lead.LeadId}", data.GetProperty("link").GetString());
        Assert.DoesNotContain("ann@", call.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(lead.Lead.Receipt, call.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_visitor_typed_goes_along_where_that_was_chosen()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Hooks(admin, hook.Address, ("includesAnswers", "true"));

        await app.Submits("ann@example.com");

        var answers = (await hook.Hears(1))[0].Body.GetProperty("data").GetProperty("answers");
        Assert.Equal(("ann@example.com", "Ann"), (answers.GetProperty("email").GetString(), answers.GetProperty("firstName").GetString()));
    }

    [Fact]
    public async Task It_hears_of_what_it_chose_and_of_its_own_form_alone()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Hooks(admin, hook.Address, ("events", "Delivered"), ("events", "NeedsAttention"));

        await app.Submits("elsewhere@example.com", "event-booth");
        await app.Submits("ann@example.com");
        await app.IsDelivered("ann@example.com");
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.Submits("bob@example.com");
        await app.Reaches("bob@example.com", DeliveryState.NeedsAttention);

        var calls = (await hook.Hears(2)).ToDictionary(call => call.Type, call => call.Body.GetProperty("data"));
        Assert.Equal(2, calls.Count);
        Assert.Equal(("delivered", (await app.DeliveryOf("ann@example.com")).LeadId), (
            calls["lead.delivered"].GetProperty("delivery").GetString(), calls["lead.delivered"].GetProperty("leadId").GetGuid()));
        Assert.True(calls["lead.delivered"].GetProperty("contactId").GetInt32() > 0);
        Assert.Equal("needs-attention", calls["lead.needs_attention"].GetProperty("delivery").GetString());
        await app.HasLooked();
        Assert.Equal(2, hook.Calls.Count);
    }

    [Theory]
    [InlineData("now")]
    [InlineData("cancel")]
    public async Task A_contact_is_told_once_when_it_is_there_whatever_follows(string decision)
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Hooks(admin, hook.Address, ("events", "Delivered"));
        await app.Follows(delayMinutes: 60);

        await app.Submits("ann@example.com");
        var call = Assert.Single(await hook.Hears(1));
        Assert.Equal(("lead.delivered", "delivered"), (call.Type, call.Body.GetProperty("data").GetProperty("delivery").GetString()));
        await admin.Decides(await admin.Gets(await app.PathOf("ann@example.com")), decision);
        await app.IsDelivered("ann@example.com");
        await app.HasLooked();

        Assert.Single(hook.Calls);
    }

    [Fact]
    public async Task What_failed_is_sent_again_under_the_same_id_and_once_it_arrived_no_more()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start(500, 503, 204);
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (path, secret) = await app.Hooks(admin, hook.Address);

        await app.Submits("ann@example.com");
        var calls = await hook.Hears(3);
        await app.Ends(WebhookState.Delivered);
        await app.HasLooked();

        Assert.Equal(3, hook.Calls.Count);
        Assert.Single(calls.Select(call => call.Id).Distinct());
        Assert.All(calls, call => Assert.True(call.IsSignedBy(secret)));
        var log = (await admin.Gets(path)).Html.QuerySelector("table.list")!.TextContent;
        Assert.Contains("3 attempts", log, StringComparison.Ordinal);
        Assert.Contains("Delivered", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_to_be_left_alone_is_granted()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start(429);
        hook.RetryAfter = "3600";
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Hooks(admin, hook.Address);

        await app.Submits("ann@example.com");
        await hook.Hears(1);
        await app.Asks(messages => messages.AnyAsync(one => one.Attempts == 1));

        var message = await app.Query(db => db.WebhookMessages.AsNoTracking().SingleAsync());
        Assert.Equal((WebhookState.Waiting, 429), (message.State, message.LastStatus));
        Assert.InRange(message.DueAt!.Value - message.LastAttemptAt!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task One_that_is_gone_is_turned_off_and_what_waits_goes_out_once_it_is_back()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start(410);
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (path, _) = await app.Hooks(admin, hook.Address);

        await app.Submits("ann@example.com");
        await hook.Hears(1);
        await TestApp.Eventually(() => app.Query(db => db.Webhooks.AnyAsync(one => one.DisabledAt != null)), "turned off");
        await app.Submits("bob@example.com");
        await app.HasLooked();

        Assert.Single(hook.Calls);
        Assert.Contains("Turned off: responded as gone", (await admin.Gets(path)).Main.TextContent, StringComparison.Ordinal);
        hook.Statuses.Enqueue(204);
        hook.Statuses.TryDequeue(out _);
        Assert.Equal("Webhook turned on.", (await admin.Does(path + "/switch", ("on", "true"))).News);
        var calls = await hook.Hears(2);
        Assert.Equal(calls[0].Id, calls[1].Id);
    }

    [Fact]
    public async Task What_waits_goes_on_after_a_restart_and_a_lead_of_the_last_moment_is_told_too()
    {
        var first = await TestApp.Start();
        await using var hook = await HookServer.Start(500);
        using (var admin = await AdminBrowser.SignedIn(first, Role.Admin))
            await first.Hooks(admin, hook.Address);
        await first.Submits("ann@example.com");
        await hook.Hears(1);
        await first.Submits("last@example.com");
        hook.Statuses.Enqueue(204);
        hook.Statuses.TryDequeue(out _);

        await using var app = await first.StartsAgain();
        await app.Asks(async messages => await messages.CountAsync(one => one.State == WebhookState.Delivered) == 2);

        Assert.Equal(2, hook.Calls.Select(call => call.Id).Distinct().Count());
    }

    [Fact]
    public async Task Of_several_that_look_at_once_one_sends()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Hooks(admin, hook.Address);
        // SQLite is for one program alone, whose looks may still meet.
        await using var other = TestApp.OnPostgreSql ? await TestApp.Start(new TestAppPlan { Continues = app, OwnsData = false }) : null;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => app.Submits($"visitor-{number}@example.com")));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? app : other ?? app).LooksForWebhooks()));
        await hook.Hears(12);
        await app.Asks(async messages => await messages.CountAsync(one => one.State == WebhookState.Delivered) == 12);

        Assert.Equal(12, hook.Calls.Count);
        Assert.Equal(12, hook.Calls.Select(call => call.Body.GetProperty("data").GetProperty("leadId").GetGuid()).Distinct().Count());
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest", "Enter an address that starts with https://")]
    [InlineData("http://www.example.com/", "Enter an address that starts with https://")]
    [InlineData("https://user:secret@www.example.com/", "Enter an address that starts with https://")]
    [InlineData("ftp://www.example.com/", "Enter an address that starts with https://")]
    [InlineData("", "Enter an address that starts with https://")]
    public async Task An_address_that_no_secret_may_go_to_is_not_taken(string address, string message)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await admin.Posts(Here + "/webhooks", ("address", address), ("events", "Created"));

        Assert.Equal([("address", message)], page.Summary);
        Assert.Equal(0, await app.Query(db => db.Webhooks.CountAsync()));
    }

    [Fact]
    public async Task Addresses_of_the_machine_room_are_not_called()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (path, _) = await app.Hooks(admin, "https://169.254.169.254/latest");

        var page = await admin.Does(path + "/test");

        Assert.True(page.HasFailed);
        Assert.Equal("The test failed. Its address is not allowed.", page.News);
    }

    [Fact]
    public async Task A_test_says_what_came_back_and_stands_in_the_log()
    {
        await using var app = await TestApp.Start();
        await using var hook = await HookServer.Start(204, 404);
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (path, secret) = await app.Hooks(admin, hook.Address);

        var good = await admin.Does(path + "/test");
        var bad = await admin.Does(path + "/test");

        Assert.StartsWith("Test received: status 204", good.News, StringComparison.Ordinal);
        Assert.Equal("The test failed. It responded with status 404.", bad.News);
        Assert.All(hook.Calls, call => Assert.Equal(("test", true), (call.Type, call.IsSignedBy(secret))));
        Assert.Equal(2, bad.Html.QuerySelectorAll("table.list tbody tr").Length);
        await app.HasLooked();
        Assert.Equal(2, hook.Calls.Count);
    }

    [Fact]
    public async Task A_new_secret_and_the_one_of_before_sign_both_for_a_day()
    {
        await using var app = await TestApp.StartAtRest();
        await using var hook = await HookServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (path, before) = await app.Hooks(admin, hook.Address);

        var page = await admin.Does(path + "/secret");
        var after = page.Html.QuerySelector("#secret")!.GetAttribute("value")!;
        await admin.Does(path + "/test");
        await app.Passes(TimeSpan.FromHours(25));
        using var later = await AdminBrowser.SignedIn(app, Role.Owner);
        await later.Does(path + "/test");

        Assert.NotEqual(before, after);
        Assert.Equal((true, true), (hook.Calls[0].IsSignedBy(before), hook.Calls[0].IsSignedBy(after)));
        Assert.Equal((false, true), (hook.Calls[1].IsSignedBy(before), hook.Calls[1].IsSignedBy(after)));
    }

    [Fact]
    public async Task Secrets_stand_neither_in_the_store_nor_in_a_page_a_second_time()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (path, secret) = await app.Hooks(admin, "https://hooks.example.com/lead");

        Assert.DoesNotContain(secret, (await admin.Gets(path)).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await admin.Gets("/admin/audit")).Source, StringComparison.Ordinal);
        Assert.All(await app.Query(db => db.Secrets.Select(one => one.Protected).ToListAsync()),
            stored => Assert.DoesNotContain(secret, stored, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_three_days_it_is_given_up_until_a_person_sends_it_again()
    {
        await using var app = await TestApp.StartAtRest();
        await using var hook = await HookServer.Start(500);
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (path, _) = await app.Hooks(admin, hook.Address);
        await app.SubmitsInTurn("ann@example.com");
        await app.LooksForWebhooks();
        await hook.Hears(1);
        await app.Asks(messages => messages.AnyAsync(one => one.Attempts == 1));

        app.Clock!.Advance(WebhookSender.Longest);
        await app.LooksForWebhooks();
        await app.Ends(WebhookState.Failed);

        var message = await app.Query(db => db.WebhookMessages.AsNoTracking().SingleAsync());
        Assert.Null(message.DueAt);
        hook.Statuses.Enqueue(204);
        hook.Statuses.TryDequeue(out _);
        using var later = await AdminBrowser.SignedIn(app, Role.Owner);
        await later.Does($"{path}/messages/{message.Id}");
        await app.LooksForWebhooks();
        await app.Ends(WebhookState.Delivered);
        Assert.Single(hook.Calls.Select(call => call.Id).Distinct());
    }

    [Fact]
    public async Task What_is_a_month_old_leaves_the_log()
    {
        await using var app = await TestApp.StartAtRest();
        await using var hook = await HookServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Hooks(admin, hook.Address);
        await app.SubmitsInTurn("ann@example.com");
        await app.LooksForWebhooks();
        await app.Ends(WebhookState.Delivered);

        // Every timer of the program would strike all the while: it is started again instead.
        await app.Stop();
        await using var later = await TestApp.Start(new TestAppPlan
        {
            Continues = app,
            OwnsData = false,
            Clock = new(app.Clock!.GetUtcNow() + WebhookWatch.Kept + TimeSpan.FromHours(2)),
        });
        await later.LooksForWebhooks();
        await later.LooksForWebhooks();

        Assert.Equal(0, await later.Query(db => db.WebhookMessages.CountAsync()));
        Assert.Single(hook.Calls);
    }
}
