using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Leads;

/// A plain form of somebody else's page has no submission id: the same answers from the same address, at nearly the same time,
/// are a double click.
public class DoubleClickTests
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(11);

    [Fact]
    public async Task A_form_that_is_sent_twice_within_seconds_is_one_lead()
    {
        await using var app = await TestApp.StartAtRest("TrustedProxies=1");

        var first = await Sends(app);
        app.Clock!.Advance(TimeSpan.FromSeconds(9));
        var second = await Sends(app);

        Assert.Equal(first, second);
        Assert.Equal(1, await Leads(app));
    }

    [Fact]
    public async Task Many_clicks_at_once_are_one_lead()
    {
        await using var app = await TestApp.StartAtRest("TrustedProxies=1");
        await Sends(app);
        app.Clock!.Advance(Apart);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sends(app)));

        Assert.Single(answers.Distinct());
        Assert.Equal(2, await Leads(app));
    }

    [Fact]
    public async Task Whoever_sends_it_again_later_sends_another_lead_each_time()
    {
        await using var app = await TestApp.StartAtRest("TrustedProxies=1");

        for (var time = 0; time < 4; time++)
        {
            await Sends(app);
            await Sends(app);
            app.Clock!.Advance(Apart);
        }

        Assert.Equal(4, await Leads(app));
    }

    [Fact]
    public async Task Other_answers_another_address_or_another_form_are_another_lead()
    {
        await using var app = await TestApp.StartAtRest("TrustedProxies=1");

        await Sends(app);
        await Sends(app, name: "Anna");
        await Sends(app, address: "203.0.113.2");
        await Sends(app, form: "landing-page");

        Assert.Equal(4, await Leads(app));
    }

    [Fact]
    public async Task Two_nodes_agree_on_it_and_no_address_is_stored()
    {
        await using var app = await TestApp.Start("TrustedProxies=1");
        // SQLite is for one program alone.
        await using var other = TestApp.OnPostgreSql
            ? await TestApp.Start(new TestAppPlan { Continues = app, OwnsData = false, Settings = ["TrustedProxies=1"] })
            : null;

        var first = await Sends(app);
        var second = await Sends(other ?? app);

        Assert.Equal(first, second);
        var lead = await app.Query(db => db.Leads.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("203.0.113", string.Join('\n', Texts(lead)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_may_send_the_same_twice()
    {
        await using var app = await TestApp.StartAtRest();

        var first = await app.Creates("""{ "email": "ann@example.com" }""");
        var second = await app.Creates("""{ "email": "ann@example.com" }""");

        Assert.Equal((201, 201), (first.Status, second.Status));
    }

    private static IEnumerable<string?> Texts(Lead lead) =>
        [lead.SubmissionId, lead.AnswersJson, lead.Page, lead.Channel, lead.Receipt];

    private static Task<int> Leads(TestApp app) => app.Query(db => db.Leads.CountAsync());

    private static async Task<string> Sends(
        TestApp app, string name = "Ann", string address = "203.0.113.1", string form = "contact")
    {
        using var answer = await app.Answers(HttpMethod.Post, "/f/" + form,
            $"email=ann%40example.com&firstName={name}&consent=yes", "application/x-www-form-urlencoded",
            ("X-Forwarded-For", address));
        Assert.Equal(303, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
