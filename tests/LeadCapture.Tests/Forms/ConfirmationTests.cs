using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.ReplyIo;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

public class ConfirmationTests
{
    /// Not before the lead came in: only then the contact is shown.
    private const string Added = "\"addingDate\":\"2999-01-01T00:00:00Z\"";
    private const string Quick = "Reply:InlineWait=00:00:00.050";

    [Theory]
    [InlineData("waiting", null)]
    [InlineData("unconfirmed", Scene.CutAfter)]
    [InlineData("needs-attention", Scene.Refuse)]
    [InlineData("delivered", Scene.Normal)]
    public async Task A_confirmation_says_how_far_the_lead_has_come(string delivery, Scene? scene)
    {
        await using var app =
            await TestApp.Start(new TestAppPlan { ApiKey = scene is null ? "" : "test-key", Settings = [Quick] });
        app.ReplyIo.State.Play(new ScenePlan(scene ?? Scene.Normal));
        app.ReplyIo.State.Play(new ScenePlan(Scene.Unavailable, Only: SceneReach.LookUps));

        var address = await app.Submits("ann@example.com");
        var receipt = address.Split('/')[^1];

        await TestApp.Eventually(async () => (await app.Opens(address)).Delivery == delivery, delivery);
        Assert.Equal(delivery, (await app.Asks("/api/leads/" + receipt))["delivery"]);
        var page = await app.Opens(address);
        Assert.Equal($"{receipt[..4]}-{receipt[4..8]}", page.Html.QuerySelector(".reference strong")!.TextContent);
        Assert.Equal("ann@example.com", page.Fact(delivery == "delivered" ? "Email" : "Email address"));
        Assert.Equal(delivery == "needs-attention",
            page.Main.TextContent.Contains("Our team will take it from here", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DeliveryState.Quarantined, "waiting")]
    [InlineData(DeliveryState.Discarded, "needs-attention")]
    public async Task A_lead_that_was_set_aside_tells_nothing(DeliveryState state, string delivery)
    {
        await using var app = await TestApp.Start();
        var address = await app.Submits("ann@example.com");
        await app.Query(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, state)));

        var page = await app.Opens(address);
        var lead = await app.Asks("/api/leads/" + address.Split('/')[^1]);

        Assert.Equal((delivery, delivery, null), (page.Delivery, lead["delivery"], lead["contact"]));
        Assert.Null(page.Html.QuerySelector("article.contact"));
    }

    [Fact]
    public async Task A_contact_form_shows_everything_that_Reply_io_answered()
    {
        await using var app = await TestApp.Start();

        var page = await app.IsThanked("/f/contact", Visits.Email, ("firstName", "Ann"), ("lastName", "Lee"), ("title", "CEO"),
            ("phone", "+14155550123"), ("companySize", "51-200"), ("customFields[0].key", "leadSource"),
                ("customFields[0].value", "Fair"));

        Assert.Equal("Ann Lee", page.Html.QuerySelector("#contact-name")!.TextContent);
        Assert.Equal(("51-200 employees", "Not checked", "No", "example.com", "Fair"),
            (page.ContactFact("Company size"), page.ContactFact("Phone status"), page.ContactFact("Opted out"), page.ContactFact("Domain"),
                page.ContactFact("leadSource")));
        var sequences = page.Html.QuerySelectorAll(".sequences li").Select(row => row.TextContent).ToList();
        Assert.Equal(2, sequences.Count);
        Assert.Contains(sequences, text => text.Contains("Welcome", StringComparison.Ordinal));
        Assert.All(sequences, text => Assert.Matches("(?s)Active.*Step.*1.*Added.*202\\d", text));
        Assert.Contains("Email account ID", page.ContactFact("Welcome"), StringComparison.Ordinal);
        Assert.Equal(["Contact ID", "Owner user ID", "Phone status", "Opted out", "Added", "Created", "Last modified"],
            page.Html.QuerySelectorAll(".contact details dt").Select(term => term.TextContent).Take(7));
        Assert.Contains("Call back", page.Under("Lists"), StringComparison.Ordinal);
        Assert.Contains("Source: Fair", page.Under("Lists"), StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector(".not-stored"));
    }

    [Fact]
    public async Task A_contact_form_shows_first_what_the_visitor_said_in_the_words_of_the_form()
    {
        await using var app = await TestApp.Start();

        var page = await app.IsThanked("/f/event-booth/booth", Visits.Email, ("customFields[0].key", "interest"),
            ("customFields[0].value", "warm"));

        var titles = page.Html.QuerySelectorAll("h2").Select(title => title.TextContent).ToList();
        Assert.Equal(["What you sent", "In Reply.io"], titles.Take(2));
        Assert.Equal(("In the next few months", "In the next few months"),
            (page.Fact("How soon do you want to start?"), page.ContactFact("How soon do you want to start?")));
        Assert.Null(page.ContactFact("interest"));
    }

    [Fact]
    public async Task A_summary_never_shows_what_Reply_io_knew_before()
    {
        await using var app = await TestApp.Start();
        await app.IsThanked("/f/contact", Visits.Email, ("notes", "zq-secret"), ("city", "zq-secret"),
            ("customFields[0].key", "zq-secret"),
            ("customFields[0].value", "zq-secret"));
        const string ann = """{"email":"ann@example.com","customFields":[{"key":"consent","value":"yes"}]}""";

        var page = await app.IsThanked("/f/landing-page", [Visits.Email, .. Visits.Consent]);
        var created = await app.Creates(ann, "landing-page");
        var lead = await app.Asks(created.Location!);

        Assert.Equal(("delivered", "ann@example.com"), (page.Delivery, page.Fact("Work email")));
        Assert.Equal((201, "delivered", 200), (created.Status, created["delivery"], lead.Status));
        foreach (var source in (string[])[page.Source, created.Source, lead.Source])
        {
            Assert.DoesNotContain("zq-secret", source, StringComparison.Ordinal);
            Assert.DoesNotContain("Welcome", source, StringComparison.Ordinal);
            Assert.DoesNotContain("\"contact\"", source, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "Not reported by Reply.io")]
    [InlineData(",\"customFields\":null,\"sequences\":null,\"lists\":null", "Not reported by Reply.io")]
    [InlineData(",\"customFields\":[],\"sequences\":[],\"lists\":[]", "None")]
    public async Task Not_reported_is_not_the_same_as_none(string members, string shown)
    {
        await using var replyIo = await CannedServer.Answering(201, $$"""{"id":7,"email":"ann@example.com",{{Added}}{{members}}}""");
        await using var app = await TestApp.Start($"Reply:BaseUrl={replyIo.Url}");

        var page = await app.Opens(await app.Submits("ann@example.com"));

        Assert.Equal("delivered", page.Delivery);
        Assert.Equal((shown, shown, shown), (page.Under("Custom fields"), page.Under("Sequences"), page.Under("Lists")));
    }

    [Fact]
    public async Task With_version_3_what_could_not_be_read_is_not_reported()
    {
        await using var app = await TestApp.Start("Reply:ApiVersion=V3");
        var read = await app.Opens(await app.Submits("ann@example.com"));
        app.ReplyIo.State.Play(new ScenePlan(Scene.ServerError, Only: SceneReach.LookUps));

        var unread = await app.Opens(await app.Submits("bob@example.com"));

        Assert.Contains("Welcome", read.Under("Sequences"), StringComparison.Ordinal);
        Assert.Equal(("delivered", "None"), (read.Delivery, read.Under("Lists")));
        Assert.Equal(("delivered", "Not reported by Reply.io", "Not reported by Reply.io"),
            (unread.Delivery, unread.Under("Sequences"), unread.Under("Lists")));
    }

    [Fact]
    public async Task A_value_that_this_version_does_not_know_is_shown_as_it_came()
    {
        await using var replyIo = await CannedServer.Answering(201, $$"""
            {"id":7,"email":"ann@example.com",{{Added}},"companySize":"Galactic","phoneStatus":"Humming","later":{"a":1},
             "sequences":[{"sequenceId":1,"sequenceName":"<b>Bold</b>","status":"Dreaming","addingDate":"soon"}],
             "lists":[{"listId":9,"listName":null,"isShared":true}]}
            """);
        await using var app = await TestApp.Start($"Reply:BaseUrl={replyIo.Url}");

        var page = await app.Opens(await app.Submits("ann@example.com"));

        Assert.Equal(("Galactic", "Humming"), (page.ContactFact("Company size"), page.ContactFact("Phone status")));
        Assert.Matches("(?s)<b>Bold</b>.*Dreaming.*soon", page.Under("Sequences"));
        Assert.Equal("List 9 shared", page.Under("Lists"));
    }

    [Fact]
    public async Task What_Reply_io_did_not_keep_is_named()
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(Scene.DropCustomFields, calls: 1);
        app.ReplyIo.State.Play(Scene.IgnoreCompany, calls: 1);

        var dropped = await app.IsThanked("/f/contact", Visits.Email, ("company", "Acme"),
            ("customFields[0].key", "colour"), ("customFields[0].value", "red"));
        var ignored = await app.IsThanked("/f/contact", ("email", "bob@example.com"), ("company", "Acme"), ("phone2", "12"));
        var consent = await app.IsThanked("/f/event-booth", [Visits.Email, ("firstName", "Ann"), .. Visits.Consent]);

        Assert.Equal([("colour", "redMissing from the response")], NotStored(dropped));
        Assert.Equal([("Company", "AcmeMissing from the response")], NotStored(ignored));
        Assert.Empty(NotStored(consent));
    }

    [Fact]
    public async Task Every_receipt_is_another_one_and_says_nothing_about_the_next()
    {
        await using var app = await TestApp.Start();
        HashSet<string> receipts = [];

        for (var i = 0; i < 20; i++)
            receipts.Add((await app.Submits($"ann{i}@example.com")).Split('/')[^1]);

        Assert.Equal(20, receipts.Count);
        Assert.All(receipts, receipt => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{26}$", receipt));
        Assert.Equal(20, receipts.Select(receipt => receipt[..10]).Distinct().Count());
    }

    private static IEnumerable<(string, string)> NotStored(Page page) => page.Html.QuerySelectorAll(".not-stored dt")
        .Select(term => (term.TextContent, term.NextElementSibling!.TextContent.Trim()));
}
