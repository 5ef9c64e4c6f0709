using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Data;

/// A backup knows nothing of what was sent since: what waits in it is looked up before it is sent.
public class RestoredTests
{
    private static readonly string[] People = [.. ClockSteps.People(3)];

    [Fact]
    public async Task A_store_that_is_older_than_the_mark_beside_it_sends_nothing_without_a_look()
    {
        var (app, backup) = await SentSinceTheBackup();

        await using var restored = await Continues(app, await backup.Restore(withMark: false));
        await IsSentOn(restored);

        Assert.True(restored.ReplyIo.State.HasEachOnce(People));
    }

    [Fact]
    public async Task A_store_whose_heart_did_not_beat_for_an_hour_sends_nothing_without_a_look()
    {
        var (app, backup) = await SentSinceTheBackup();

        await using var restored = await Continues(
            app, await backup.Restore(withMark: true), new(DateTimeOffset.UtcNow.AddMinutes(61)));
        await IsSentOn(restored);

        Assert.True(restored.ReplyIo.State.HasEachOnce(People));
    }

    [Fact]
    public async Task The_setting_does_the_same_by_hand()
    {
        var (app, backup) = await SentSinceTheBackup();

        await using var restored = await Continues(app, [.. await backup.Restore(withMark: true), "Database:Restored=true"]);
        await IsSentOn(restored);

        Assert.True(restored.ReplyIo.State.HasEachOnce(People));
    }

    [Fact]
    public async Task A_person_decides_where_a_later_lead_may_have_changed_the_contact_again()
    {
        string[] ann = ["Reply:InlineWait=00:00:00"];
        var app = await TestApp.Start(ann);
        app.ReplyIo.State.Duplicates = Duplicates.Update;
        app.ReplyIo.State.Know("""{"email":"ann@example.com","firstName":"Anna"}""");
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        using (await app.Posts("/f/contact", ("email", "ann@example.com"), ("firstName", "Ann")))
            await app.Stop();
        var backup = await Backup.Of(app);
        var next = await Continues(app, ann);
        await IsSentOn(next);
        using (await next.Posts("/f/contact", ("email", "ann@example.com"), ("firstName", "Annika")))
            await TestApp.Eventually(() => next.AllAre(DeliveryState.Delivered), "all are delivered");
        await next.Stop();
        var sent = next.ReplyIo.State.CreatesOf("ann@example.com");

        await using var restored = await Continues(app, await backup.Restore(withMark: false));
        await restored.Services.GetRequiredService<GateSwitch>().Resume();
        await TestApp.Eventually(() => restored.AllAre(DeliveryState.NeedsAttention), "a person decides");

        Assert.Equal(sent, restored.ReplyIo.State.CreatesOf("ann@example.com"));
        using var admin = await AdminBrowser.SignedIn(restored, Role.Operator);
        var page = await admin.Gets(await restored.PathOf("ann@example.com"));
        Assert.Contains("restored backup", page.Source, StringComparison.Ordinal);
        Assert.Contains("Annika", page.Source, StringComparison.Ordinal);
        await admin.Decides(page, "resubmit", ("agreed", "true"));
        await restored.IsDelivered("ann@example.com");
        Assert.Equal(sent + 1, restored.ReplyIo.State.CreatesOf("ann@example.com"));
    }

    [Fact]
    public async Task A_standby_that_takes_over_while_the_program_runs_sends_nothing_without_a_look()
    {
        if (!TestApp.OnPostgreSql)
            return;
        await using var server = await PostgreSqlServer.Start(flushes: false);
        await using var app = await TestApp.Start($"ConnectionStrings:LeadCapture={await server.NewDatabase()}");
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        await app.Submits("ann@example.com");

        await server.TakesOver();
        await IsSentOn(app);

        Assert.Equal(
            [AttemptKind.LookUp, AttemptKind.LookUp, AttemptKind.Create],
            (await app.AttemptsOf("ann@example.com")).Select(attempt => attempt.Kind));
    }

    [Fact]
    public async Task After_a_plain_restart_what_waits_is_sent_without_a_look()
    {
        var app = await Waiting();
        await app.Stop();
        await using var again = await Continues(app, []);
        await IsSentOn(again);

        Assert.All(People, async email =>
            Assert.Equal([AttemptKind.Create], (await again.AttemptsOf(email)).Select(attempt => attempt.Kind)));
        Assert.True(again.ReplyIo.State.HasEachOnce(People));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_begun_anew_without_a_word()
    {
        if (TestApp.OnPostgreSql)
            return;
        var app = await Waiting();
        await app.Stop();
        foreach (var file in (string[])["", "-wal", "-shm"])
            File.Delete(app.FileOf(file));

        var refusal = await Assert.ThrowsAsync<SettingException>(() => Continues(app, []));
        Assert.Contains("Database:Restored", refusal.Message, StringComparison.Ordinal);
        await using var anew = await Continues(app, ["Database:Restored=true"]);
        await anew.Submits("ann@example.com");
    }

    private static async Task<(TestApp App, Backup Backup)> SentSinceTheBackup()
    {
        var app = await Waiting();
        await app.Stop();
        var backup = await Backup.Of(app);
        var next = await Continues(app, []);
        await IsSentOn(next);
        await next.Stop();
        return (app, backup);
    }

    /// Taken while sending is paused.
    private static async Task<TestApp> Waiting()
    {
        var app = await TestApp.Start();
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        foreach (var email in People)
            await app.Submits(email);
        return app;
    }

    private static async Task IsSentOn(TestApp app)
    {
        await app.Services.GetRequiredService<GateSwitch>().Resume();
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all are delivered");
    }

    private static Task<TestApp> Continues(TestApp before, string[] settings, FakeTimeProvider? clock = null) =>
        TestApp.Start(new TestAppPlan { Continues = before, Settings = settings, Clock = clock });
}
