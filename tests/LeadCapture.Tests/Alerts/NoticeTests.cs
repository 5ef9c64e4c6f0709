using LeadCapture.Alerts.Notices;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Alerts;

/// People who want to hear of a form's new leads.
public class NoticeTests
{
    private const string Here = "/admin/forms/contact/notifications";

    [Fact]
    public async Task New_leads_are_told_together_by_email_and_chat_with_links_and_without_personal_data()
    {
        await using var app = await TestApp.StartAtRest();
        using var mail = new MailServer();
        await using var chat = await ChatServer.Start();
        using var admin = await app.IsToldByEmail(mail.Port);
        Assert.Equal("Notifications saved.", (await admin.Does(Here, Inputs(("recipients", "sales@example.com"), ("chat", chat.Address)))).News);

        await app.SubmitsInTurn("ann@example.com", "bob@example.com", "carl@example.com");
        await app.Submits("elsewhere@example.com", "event-booth");
        await app.Notices(() => chat.Texts.Count, 1);

        var (text, message) = (Assert.Single(chat.Texts), Assert.Single(mail.Messages));
        Assert.StartsWith("3 new leads on Contact us\n", text, StringComparison.Ordinal);
        Assert.Contains("Subject: LeadCapture: 3 new leads on Contact us", message, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<sales@example.com>", message, StringComparison.Ordinal);
        var ann = await app.DeliveryOf("ann@example.com");
        Assert.Contains($"https://leads.example.com/admin/leads/{ann.LeadId}", text, StringComparison.Ordinal);
        Assert.Contains(ann.Lead!.Reference, text, StringComparison.Ordinal);
        Assert.Contains("https://leads.example.com/admin/leads?form=contact", text, StringComparison.Ordinal);
        foreach (var personal in (string[])["ann@", "bob@", "Ann", "elsewhere"])
            Assert.DoesNotContain(personal, text + message, StringComparison.Ordinal);
        Assert.Contains("Sent", (await admin.Gets(Here)).Fact("Last message"), StringComparison.Ordinal);
        await app.Notices(() => chat.Texts.Count, 1);
    }

    [Fact]
    public async Task What_visitors_typed_is_told_where_that_was_chosen()
    {
        await using var app = await TestApp.StartAtRest();
        await using var chat = await ChatServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.Does(Here, Inputs(("chat", chat.Address), ("includesAnswers", "true")));

        await app.SubmitsInTurn("ann@example.com");
        await app.Notices(() => chat.Texts.Count, 1);

        Assert.Contains("ann@example.com", chat.Texts[0], StringComparison.Ordinal);
        Assert.Contains(": Ann", chat.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rush_is_one_message_a_minute()
    {
        await using var app = await TestApp.StartAtRest();
        await using var chat = await ChatServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.Does(Here, Inputs(("chat", chat.Address)));
        await app.SubmitsInTurn("first@example.com");
        await app.NoticesPass(TimeSpan.FromSeconds(15));
        Assert.Single(chat.Texts);

        await app.SubmitsInTurn(ClockSteps.People(2));
        await app.NoticesPass(TimeSpan.FromSeconds(30));
        await app.SubmitsInTurn("last@example.com");
        await app.NoticesPass(TimeSpan.FromSeconds(20));
        Assert.Single(chat.Texts);
        await app.NoticesPass(TimeSpan.FromSeconds(20));
        Assert.Equal(2, chat.Texts.Count);

        Assert.StartsWith("3 new leads", chat.Texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_daily_message_comes_at_its_hour_in_its_place_and_not_without_leads()
    {
        // Summer in Berlin: two hours ahead of UTC.
        await using var app = await TestApp.Start(new TestAppPlan { Clock = new(new DateTimeOffset(2027, 6, 1, 10, 0, 0, TimeSpan.Zero)) });
        await using var chat = await ChatServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.Does(Here, Inputs(("chat", chat.Address), ("rhythm", "Daily"), ("hour", "8"), ("timeZone", "Europe/Berlin")));
        await app.SubmitsInTurn("ann@example.com");

        await app.NoticesPass(TimeSpan.FromHours(19.9));
        Assert.Empty(chat.Texts);
        await app.NoticesPass(TimeSpan.FromHours(0.2));
        Assert.StartsWith("1 new lead on Contact us", Assert.Single(chat.Texts), StringComparison.Ordinal);
        await app.NoticesPass(TimeSpan.FromHours(24));
        Assert.Single(chat.Texts);

        await app.SubmitsInTurn("bob@example.com");
        await app.NoticesPass(TimeSpan.FromHours(24));
        Assert.Equal(2, chat.Texts.Count);
    }

    [Fact]
    public async Task Without_the_chat_the_leads_are_told_later_and_the_page_says_why()
    {
        await using var app = await TestApp.StartAtRest();
        await using var chat = await ChatServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.Does(Here, Inputs(("chat", chat.Address)));
        chat.Status = 500;
        await app.SubmitsInTurn("ann@example.com");
        await app.NoticesPass(NoticeWatch.Late + NoticeWatch.Pause);

        Assert.Contains("The webhook responded with status 500.", (await admin.Gets(Here)).Fact("Last message"), StringComparison.Ordinal);
        chat.Status = 200;
        await app.SubmitsInTurn("bob@example.com");
        await app.NoticesPass(NoticeWatch.Again);

        Assert.StartsWith("2 new leads", chat.Texts[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("500", (await admin.Gets(Here)).Fact("Last message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarantined_leads_are_not_told()
    {
        await using var app = await TestApp.StartAtRest();
        await using var chat = await ChatServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.Does(Here, Inputs(("chat", chat.Address)));
        await app.SubmitsInTurn("spam@example.com");
        await app.Query(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(one => one.State, DeliveryState.Quarantined)));

        await app.NoticesPass(TimeSpan.FromMinutes(5));

        Assert.Empty(chat.Texts);
    }

    [Fact]
    public async Task Of_several_that_look_at_once_one_tells()
    {
        await using var app = await TestApp.StartAtRest();
        await using var chat = await ChatServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.Does(Here, Inputs(("chat", chat.Address)));
        await app.SubmitsInTurn("ann@example.com");

        app.Clock!.Advance(NoticeWatch.Late + NoticeWatch.Pause);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.LooksForNotices()));
        await app.NoticesPass(NoticeWatch.Pause);

        Assert.Single(chat.Texts);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_where_to_set_one_up_and_a_test_fails()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await admin.Does(Here, Inputs(("recipients", "sales@example.com")));
        var tested = await admin.Does(Here + "/test");

        Assert.Equal("/admin/settings/alerts", page.Html.QuerySelector(".gate a")!.GetAttribute("href"));
        Assert.True(tested.HasFailed);
        Assert.Equal("Email: No mail server is set up under Settings, Alerts.", tested.News);
    }

    [Fact]
    public async Task A_test_arrives_and_the_address_of_the_chat_is_shown_nowhere()
    {
        await using var app = await TestApp.Start();
        await using var chat = await ChatServer.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var page = await admin.Does(Here, Inputs(("chat", chat.Address)));

        Assert.Equal("Webhook: accepted.", (await admin.Does(Here + "/test")).News);
        Assert.DoesNotContain(chat.Address, page.Source, StringComparison.Ordinal);
        await admin.Does(Here + "/chat/remove");
        Assert.Equal(0, await app.Query(db => db.Secrets.CountAsync()));
        Assert.Single(chat.Texts);
    }

    [Theory]
    [InlineData("recipients", "sales", "Enter email addresses separated by commas")]
    [InlineData("chat", "http://chat.example.com/hook", "Enter the chat’s webhook address, starting with https://")]
    [InlineData("rhythm", "Sometimes", "Choose how often")]
    [InlineData("hour", "24", "Choose an hour")]
    [InlineData("timeZone", "Nowhere", "Choose a time zone")]
    public async Task What_cannot_be_set_is_said_beside_it(string input, string value, string message)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await admin.Posts(Here, Inputs((input, value)));

        Assert.Equal([(input, message)], page.Summary);
    }

    private static (string, string)[] Inputs(params (string Name, string Value)[] inputs)
    {
        (string Name, string Value)[] usual =
            [("recipients", ""), ("chat", ""), ("rhythm", "AtOnce"), ("hour", "8"), ("timeZone", "UTC"), ("includesAnswers", "false")];
        return [.. usual.Where(one => inputs.All(input => input.Name != one.Name)), .. inputs];
    }
}
