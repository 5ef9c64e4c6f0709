using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Data;

/// Connections that stand idle are cut by firewalls, poolers and restarts: whoever comes next must not notice.
public class CutConnectionTests
{
    [Fact]
    public async Task A_visitor_is_thanked_all_the_same()
    {
        await using var app = await TestApp.Start();
        await app.Submits("ann@example.com");

        for (var time = 1; time <= 5; time++)
        {
            await app.LosesItsConnections();
            await app.Submits($"lead{time}@example.com");
        }
        await app.LosesItsConnections();
        await Task.WhenAll(ClockSteps.People(20, "crowd").Select(email => app.Submits(email)));
    }

    /// Also those that were opened a moment ago, because the others had been cut.
    [Fact]
    public async Task A_lead_is_taken_while_connections_are_cut_again_and_again()
    {
        await using var app = await TestApp.Start();
        using var over = new CancellationTokenSource();

        var cuts = app.LosesIdleConnectionsUntil(over.Token);
        for (var time = 1; time <= 5; time++)
            await Task.WhenAll(ClockSteps.People(20, $"crowd{time}-").Select(email => app.Submits(email)));
        await over.CancelAsync();
        await cuts;
    }

    [Fact]
    public async Task Pages_and_answers_for_programs_are_there_all_the_same()
    {
        await using var app = await TestApp.Start();
        var confirmation = await app.Submits("ann@example.com");
        await app.IsDelivered("ann@example.com");
        string[] paths = [confirmation, "/api/leads/" + confirmation[^26..], "/metrics", "/health/ready", "/f/contact", "/"];

        foreach (var path in paths)
        {
            await app.LosesItsConnections();
            using var answer = await app.Answers(HttpMethod.Get, path);
            Assert.Equal((path, 200), (path, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task Pages_and_buttons_of_the_admin_area_work_all_the_same()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        var lead = await app.IsRefused();

        foreach (var path in (string[])["/admin", "/admin/leads", lead, "/admin/settings", "/admin/failures", "/admin/audit"])
        {
            await app.LosesItsConnections();
            Assert.Equal((path, 200), (path, (await browser.Gets(path)).Status));
        }
        foreach (var button in (string[])["/admin/settings/pause", "/admin/settings/resume"])
        {
            await app.LosesItsConnections();
            Assert.Equal((button, 303), (button, (await browser.Posts(button)).Status));
        }
        var page = await browser.Gets(lead);
        await app.LosesItsConnections();
        Assert.Equal(303, (await browser.Decides(page, "resubmit")).Status);
        await app.IsDelivered(LeadSteps.Ann);
    }

    [Fact]
    public async Task A_program_gets_its_lead_all_the_same_and_it_is_one()
    {
        await using var app = await TestApp.Start();
        await app.Creates("""{ "email": "ann@example.com" }""");

        await app.LosesItsConnections();
        var taken = await app.Creates("""{ "email": "ben@example.com", "submissionId": "s-1" }""");
        await app.LosesItsConnections();
        var again = await app.Creates("""{ "email": "ben@example.com", "submissionId": "s-1" }""");

        Assert.Equal((201, 200), (taken.Status, again.Status));
        Assert.Equal(taken["leadId"], again["leadId"]);
    }
}
