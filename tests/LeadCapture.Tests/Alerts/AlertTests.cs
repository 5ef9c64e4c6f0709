using LeadCapture.Alerts;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Alerts;

public class AlertTests
{
    [Fact]
    public async Task The_first_lead_that_needs_a_person_is_told_by_email_and_webhook()
    {
        await using var app = await TestApp.StartAtRest();
        using var mail = new MailServer();
        await using var chat = await ChatServer.Start();
        using var browser = await app.IsToldByEmail(mail.Port);
        await browser.Does("/admin/settings/alerts/webhook", ("webhook", chat.Address));

        await app.SubmitsInTurn("good@example.com");
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.SubmitsInTurn("ann@example.com");
        await app.Hears(() => mail.Messages.Count, 1);
        await app.Hears(() => chat.Texts.Count, 1);

        var text = Assert.Single(chat.Texts);
        Assert.Equal(
            "1 lead needs attention\n\n- 1 from form \"contact\": rejected by Reply.io\n\n"
            + "https://leads.example.com/admin/leads?state=NeedsAttention", text);
        var message = Assert.Single(mail.Messages);
        Assert.Contains("Subject: LeadCapture: 1 lead needs attention", message, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<ops@example.com>\nRCPT TO:<boss@example.com>", message, StringComparison.Ordinal);
        Assert.Contains("https://leads.example.com/admin/leads?state=NeedsAttention", message, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", message + text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Last sent", (await browser.Gets("/admin/settings/alerts")).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_within_the_silence_is_told_once_with_its_number()
    {
        await using var app = await TestApp.StartAtRest();
        using var mail = new MailServer();
        using var browser = await app.IsToldByEmail(mail.Port);
        app.ReplyIo.State.Play(Scene.Refuse, calls: 4);
        await app.SubmitsInTurn("first@example.com");
        await app.Hears(() => mail.Messages.Count, 1);

        await app.SubmitsInTurn(ClockSteps.People(2));
        await app.Passes(TimeSpan.FromMinutes(30));
        await app.SubmitsInTurn("last@example.com");
        await app.Looks();
        Assert.Single(mail.Messages);
        await app.Passes(TimeSpan.FromMinutes(30));
        await app.Hears(() => mail.Messages.Count, 2);

        Assert.Contains("3 leads need attention", mail.Messages[1], StringComparison.Ordinal);
        await app.Passes(TimeSpan.FromHours(3));
        await app.Looks();
        Assert.Equal(2, mail.Messages.Count);
    }

    [Fact]
    public async Task Without_the_mail_server_leads_go_on_and_the_settings_say_so_until_it_is_back()
    {
        await using var app = await TestApp.StartAtRest();
        var port = MailServer.FreePort();
        using var browser = await app.IsToldByEmail(port);
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.SubmitsInTurn("ann@example.com");
        await app.Passes(AlertWatch.Pause);
        await app.Looks();

        await app.SubmitsInTurn("good@example.com");
        Assert.Equal(DeliveryState.Delivered, (await app.DeliveryOf("good@example.com")).State);
        Assert.Contains("The mail server could not be reached.", await Errors(browser), StringComparison.Ordinal);

        using var mail = new MailServer(port);
        await app.Hears(() => mail.Messages.Count, 1);
        Assert.Contains("1 lead needs attention", mail.Messages[0], StringComparison.Ordinal);
        Assert.Equal("", await Errors(browser));
        Assert.Contains("The mail server could not be reached.", string.Join("\n", await app.EndsWithLog()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_is_told_once_an_hour_while_it_is_refused()
    {
        await using var app = await TestApp.Start(new TestAppPlan
        {
            Clock = new FakeTimeProvider(DateTimeOffset.UtcNow),
            SandboxKey = "another-key",
        });
        using var mail = new MailServer();
        using var browser = await app.IsToldByEmail(mail.Port);
        await app.SubmitsInTurn("ann@example.com");
        Assert.Equal(GateReason.KeyRefused, (await app.Gate()).Reason);

        await app.Hears(() => mail.Messages.Count, 1);
        Assert.Contains("Subject: LeadCapture: Reply.io rejects the API key", mail.Messages[0], StringComparison.Ordinal);
        Assert.Contains("1 lead is waiting", mail.Messages[0], StringComparison.Ordinal);
        await app.Passes(TimeSpan.FromMinutes(30));
        await app.Looks();
        Assert.Single(mail.Messages);
        await app.Passes(TimeSpan.FromMinutes(30));
        await app.Hears(() => Refusals(mail), 2);
    }

    [Fact]
    public async Task A_fault_of_the_way_to_Reply_io_is_told_once_an_hour_while_it_lasts()
    {
        await using var app = await TestApp.StartAtRest();
        using var mail = new MailServer();
        using var browser = await app.IsToldByEmail(mail.Port);
        app.ReplyIo.State.Play(Scene.Misrouted);
        await app.SubmitsInTurn("ann@example.com", "bob@example.com");

        await app.Hears(() => mail.Messages.Count, 1);
        Assert.Contains("Subject: LeadCapture: Reply.io can't be reached at its address", mail.Messages[0], StringComparison.Ordinal);
        Assert.Contains("2 leads are waiting", mail.Messages[0], StringComparison.Ordinal);
        Assert.Contains("(status 404)", mail.Messages[0], StringComparison.Ordinal);
        await app.Passes(TimeSpan.FromMinutes(30));
        await app.Looks();
        Assert.Single(mail.Messages);

        Assert.Contains("Reply.io not at its address", (await browser.Gets("/admin/settings/alerts")).Main.TextContent, StringComparison.Ordinal);
        foreach (var place in (string[])["/admin", "/admin/settings"])
            Assert.Contains("Sending is paused: Reply.io can't be reached at its address",
                (await browser.Gets(place)).Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Reply.io not at its address", (await browser.Gets("/admin/leads?cause=ChannelFault")).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_that_waits_for_an_hour_is_told_with_the_cause()
    {
        await using var app = await TestApp.StartAtRest();
        using var mail = new MailServer();
        using var browser = await app.IsToldByEmail(mail.Port);
        await app.Services.GetRequiredService<GateSwitch>().Pause("Reply.io is being moved");
        await app.SubmitsInTurn("ann@example.com", "bob@example.com");

        await app.Passes(TimeSpan.FromMinutes(55));
        await app.Looks();
        Assert.Empty(mail.Messages);
        await app.Passes(TimeSpan.FromMinutes(5));
        await app.Hears(() => mail.Messages.Count, 1);

        Assert.Contains("Subject: LeadCapture: Leads wait too long", mail.Messages[0], StringComparison.Ordinal);
        Assert.Contains("2 leads are waiting", mail.Messages[0], StringComparison.Ordinal);
        Assert.Contains("Sending is paused manually.", mail.Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_that_look_at_once_one_tells()
    {
        await using var app = await TestApp.StartAtRest();
        using var mail = new MailServer();
        using var browser = await app.IsToldByEmail(mail.Port);
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.SubmitsInTurn("ann@example.com");

        app.Clock!.Advance(AlertWatch.Pause);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Looks()));

        await app.Hears(() => mail.Messages.Count, 1);
    }

    private static int Refusals(MailServer mail) =>
        mail.Messages.Count(message => message.Contains("Subject: LeadCapture: Reply.io rejects the API key",
                StringComparison.Ordinal));

    private static async Task<string> Errors(AdminBrowser browser) => string.Join(' ',
        (await browser.Gets("/admin/settings/alerts")).Html.QuerySelectorAll(".facts .field-error").Select(error => error.TextContent));
}
