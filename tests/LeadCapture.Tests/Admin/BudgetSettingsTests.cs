using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// Our share of Reply.io's limits, changed while the program runs.
public class BudgetSettingsTests
{
    private const string Form = "/admin/settings/budget";
    private const string Message = "Enter the calls per hour as a whole number from 0 to 1,000,000";

    [Fact]
    public async Task A_lowered_budget_counts_what_was_sent_before_it()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=6");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.SubmitsInTurn(ClockSteps.People(2, "early"));
        await app.Passes(TimeSpan.FromSeconds(30));
        await app.SubmitsInTurn(ClockSteps.People(2, "late"));

        var page = await browser.Does(Form, ("perMinute", "3"));
        await app.SubmitsInTurn(ClockSteps.People(5));

        Assert.Equal("Call limits saved. They apply immediately on every server.", page.News);
        Assert.Equal(4, app.ReplyIo.State.Received);
        await app.Passes(TimeSpan.FromSeconds(30));
        Assert.Equal(5, app.ReplyIo.State.Received);
        await app.Passes(TimeSpan.FromSeconds(30));
        Assert.Equal(7, app.ReplyIo.State.Received);
        var dashboard = (await browser.Gets("/admin")).Main.TextContent;
        Assert.Contains("Call limits: 3 per minute, 3,000 per hour", dashboard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "no limit per minute (set here), no limit per hour (set here)")]
    [InlineData("10", "10 per minute (set here), 10 per hour (set here)")]
    [InlineData("", "5 per minute, 3,000 per hour")]
    public async Task A_raised_budget_sends_at_once_what_waited_for_it(string raised, string shown)
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=5");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Does(Form, ("perMinute", "1"), ("perHour", "1"));
        await app.SubmitsInTurn(ClockSteps.People(4));
        Assert.Equal(1, app.ReplyIo.State.Received);

        var page = await browser.Does(Form, ("perMinute", raised), ("perHour", raised));
        await app.Settles();

        Assert.Equal(4, app.ReplyIo.State.Received);
        Assert.Contains($"Current limits: {shown}.", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal((raised, raised), (page.ValueOf("perMinute"), page.ValueOf("perHour")));
    }

    [Fact]
    public async Task A_budget_holds_where_the_settings_file_has_none()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.SubmitsInTurn("early@example.com");

        await browser.Does(Form, ("perHour", "2"));
        await app.SubmitsInTurn(ClockSteps.People(3));
        Assert.Equal(2, app.ReplyIo.State.Received);

        await browser.Does(Form);
        await app.Settles();
        Assert.True(await app.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task A_change_of_the_budget_waits_for_whoever_still_goes_by_the_old_one()
    {
        await using var app = await TestApp.Start("Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        Task change;
        await using (var claim = await app.Services.GetRequiredService<Store>().Begin())
        {
            await claim.Query("SELECT 1 FROM gates", _ => true);
            change = app.Query(async db =>
            {
                await app.Services.GetRequiredService<GateSwitch>().Limit(db, 3, null);
                return true;
            });
            if (TestApp.OnPostgreSql)
                await TestApp.Eventually(() => app.Query(db => db.Database.SqlQuery<bool>($"""
                    SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_database AS here ON here.oid = database
                    WHERE datname = current_database() AND relation = 'gates'::regclass AND NOT granted) AS "Value"
                    """).SingleAsync()), "the change waits");
            Assert.False(change.IsCompleted);
        }
        await change;
        Assert.Equal(3, (await app.Gate()).RequestsPerMinute);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1000001")]
    [InlineData("99999999999999999999")]
    [InlineData("many")]
    public async Task What_is_no_budget_is_said_beside_its_input_and_stays_typed(string typed)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Posts(Form, ("perMinute", "50"), ("perHour", typed));

        Assert.Equal((422, "Error: " + Message), (page.Status, page.ErrorOf("perHour")));
        Assert.Equal([("perHour", Message)], page.Summary);
        Assert.Equal(("50", typed), (page.ValueOf("perMinute"), page.ValueOf("perHour")));
        Assert.Null((await app.Gate()).RequestsPerMinute);
    }

    [Fact]
    public async Task The_audit_says_who_changed_the_budget_to_what()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        await browser.Does(Form, ("perMinute", "50"));

        var audit = await browser.Gets("/admin/audit?act=changed+budget");
        Assert.Contains("per minute: 50, per hour: as in the server configuration", audit.Source, StringComparison.Ordinal);
    }
}
