using LeadCapture.Deliveries;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Submissions;

/// What looks like spam is thanked for and kept, and sent by nobody until a person releases it.
public class QuarantineTests
{
    private const string Bot = "bot@example.com";

    [Fact]
    public async Task What_fills_in_the_trap_is_thanked_as_anybody_and_not_sent()
    {
        await using var app = await TestApp.Start();
        var stamp = await app.Stamp();

        var thanks = await app.IsThanked("/f/landing-page", ("email", Bot), ("firstName", "Bot"), ("consent", "yes"), SpamSteps.Trap);
        await app.IsThanked("/f/contact", Visits.Email, stamp);
        await app.IsDelivered("ann@example.com");

        Assert.Equal("waiting", thanks.Delivery);
        Assert.Equal(DeliveryState.Quarantined, await app.StateOf(Bot));
        Assert.Equal(["Trap", "NoStamp"], await app.SignsOf(Bot));
        Assert.Equal(0, app.ReplyIo.State.CreatesOf(Bot));
        using var numbers = await app.Answers(HttpMethod.Get, "/metrics");
        Assert.Contains("""channel="Page",result="Quarantined""", await numbers.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_of_a_form_has_for_programs_is_met_by_nobody()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact");
        var trap = page.Html.QuerySelector("[name=topicLine]")!;

        Assert.Equal(("-1", "off", ""), (trap.GetAttribute("tabindex"), trap.GetAttribute("autocomplete"), page.ValueOf("topicLine")));
        Assert.NotNull(trap.Closest("[aria-hidden=true][inert]"));
        Assert.Null((await app.Opens("/f/event-booth/booth")).Html.QuerySelector("[name=topicLine], [name=stamp]"));
    }

    [Theory]
    [InlineData("/f/contact")]
    [InlineData("/f/contact/embed")]
    public async Task A_page_that_is_sent_at_once_is_delivered(string path)
    {
        await using var app = await TestApp.Start();
        var page = await app.Opens(path);

        await app.IsThanked(path, [.. page.Inputs, Visits.Email]);

        await app.IsDelivered("ann@example.com");
    }

    [Fact]
    public async Task Signs_add_up()
    {
        await using var app = await TestApp.Start();
        var text = ("notes", "Our shop: https://pills.example and https://more.example");

        await app.IsThanked("/f/contact", ("email", "one@example.com"), text, await app.Stamp());
        await app.IsThanked("/f/contact", ("email", "two@mailinator.com"), ("notes", "Please call me"), await app.Stamp());
        await app.IsThanked("/f/contact", ("email", "all@mailinator.com"), text, await app.Stamp(0));

        await app.IsDelivered("one@example.com");
        await app.IsDelivered("two@mailinator.com");
        Assert.Equal(["TooFast", "Links", "Disposable"], await app.SignsOf("all@mailinator.com"));
    }

    [Fact]
    public async Task Spam_takes_no_place_of_a_form_that_takes_so_many()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form with { MaxLeads = 2 });
        foreach (var number in Enumerable.Range(1, 3))
            await app.IsThanked("/f/contact", ("email", $"bot{number}@example.com"), SpamSteps.Trap);

        Assert.Equal(200, (await app.Opens("/f/contact")).Status);
        await app.IsThanked("/f/contact", Visits.Email);
    }

    [Fact]
    public async Task A_stamp_counts_for_its_form_and_for_few_posts()
    {
        await using var app = await TestApp.Start();
        var (other, own) = (await app.Stamp(form: "landing-page"), await app.Stamp());
        var link = ("notes", "https://a.example https://b.example");

        await app.IsThanked("/f/contact", ("email", "other@example.com"), other, link);
        foreach (var number in Enumerable.Range(1, 12))
            await app.IsThanked("/f/contact", ("email", $"visitor{number}@example.com"), own);

        Assert.Equal(["ForgedStamp", "Links"], await app.SignsOf("other@example.com"));
        await app.IsDelivered("visitor3@example.com");
        await app.IsDelivered("visitor10@example.com");
        Assert.Equal(DeliveryState.Quarantined, await app.StateOf("visitor11@example.com"));
    }

    [Fact]
    public async Task Of_a_program_only_what_it_says_counts()
    {
        await using var app = await TestApp.Start();

        await app.Creates("""{"email": "program@mailinator.com", "notes": "https://a.example"}""");
        await app.Creates("""{"email": "bot@mailinator.com", "firstName": "www.pills.example", "submissionId": "1"}""");
        var again = await app.Creates("""{"email": "bot@mailinator.com", "firstName": "www.pills.example", "submissionId": "1"}""");

        await app.IsDelivered("program@mailinator.com");
        Assert.Equal(["NameLink", "Disposable"], await app.SignsOf("bot@mailinator.com"));
        Assert.Equal((200, "waiting"), (again.Status, again["delivery"]));
    }
}
