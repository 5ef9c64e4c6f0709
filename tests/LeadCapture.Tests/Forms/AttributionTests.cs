using System.Text.Json;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

/// How a visitor came is kept with the lead, whichever way it comes in, and fills the fields that a form has for it.
public class AttributionTests
{
    private const string Form = "/f/landing-page";
    private const string Framed = Form + "/embed?utm_source=mail&gclid=click2&referrer=https%3A%2F%2Fnews.example%2Fstory%3Freader%3Dann"
        + "&page=https%3A%2F%2Fwww.example.com%2Foffer%3Futm_source%3Dmail&first.utm_source=ads&first.at=2026-11-20T10%3A00%3A00.123Z"
        + "&first.landing_page=https%3A%2F%2Fwww.example.com%2F";

    [Fact]
    public async Task A_form_in_a_frame_keeps_first_and_last_touch_through_a_second_try()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens(Framed);
        var refused = await app.Sends(Form + "/embed", [.. page.Inputs]);
        await app.IsThanked(Form + "/embed", [.. refused.Inputs.Where(input => input.Name != "email"), Visits.Email]);

        Assert.Equal(422, refused.Status);
        var came = await Came(app);
        Assert.Equal(
            ["at=2026-11-20T10:00:00Z", "landing_page=https://www.example.com/", "utm_source=ads"], Told(came.First));
        Assert.Equal(
            ["gclid=click2", "landing_page=https://www.example.com/offer?utm_source=mail", "referrer=https://news.example/story", "utm_source=mail"],
            Told(came.Last));
    }

    [Theory]
    [InlineData("?utm_source=mail&email=bob@example.com", "", "landing_page=/f/landing-page, utm_source=mail")]
    [InlineData("", "https://news.example/story?utm_medium=web&reader=ann", "landing_page=/f/landing-page, referrer=https://news.example/story?utm_medium=web")]
    [InlineData("?utm_source={{source}}&msclkid=x", "", "landing_page=/f/landing-page, msclkid=x")]
    [InlineData("/embed", "https://www.example.com/", "")]
    [InlineData("/embed?utm_source=plain", "https://www.example.com/", "landing_page=https://www.example.com/, utm_source=plain")]
    public async Task A_page_without_script_knows_its_own_visit(string link, string referrer, string told)
    {
        await using var app = await TestApp.Start();
        using var answer = await app.Answers(HttpMethod.Get, Form + link, headers: ("Referer", referrer));
        var page = await Page.Of(answer);

        await app.IsThanked(Form, [.. page.Inputs.Where(input => input.Name != "email"), Visits.Email]);

        Assert.Equal(told, string.Join(", ", Told((await Found(app))?.Last)).Replace(app.Address.ToString(), "/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hidden_field_takes_any_of_it(bool json)
    {
        await using var app = await TestApp.Start();
        string[] wanted = ["utm_source", "gclid", Touch.Referrer, Touch.LandingPage, "first.utm_source", "first." + Touch.LandingPage];
        await app.Publishes("landing-page", form => form.Asking(
            [ContactFields.Get("email"), .. wanted.Select((name, index) => new Field { Key = $"key{index}", Kind = FieldKinds.Hidden, Label = name, Parameter = name })]));

        if (json)
            await app.Creates(
                """
                {
                  "email": "ann@example.com",
                  "attribution": {
                    "first": { "utm_source": "ads", "landing_page": "https://www.example.com/" },
                    "last": { "utm_source": "mail", "gclid": "click2", "referrer": "https://news.example/story?reader=ann",
                      "landing_page": "https://www.example.com/offer?utm_source=mail&session=1" }
                  }
                }
                """, "landing-page");
        else
            await app.IsThanked(Form + "/embed", [.. (await app.Opens(Framed)).Inputs.Where(input => input.Name != "email"), Visits.Email]);
        await app.IsDelivered("ann@example.com");

        Assert.Equal(
            ["mail", "click2", "https://news.example/story", "https://www.example.com/offer?utm_source=mail", "ads", "https://www.example.com/"],
            wanted.Select((_, index) => app.SentCustom($"key{index}")));
    }

    [Theory]
    [InlineData("""{"last":{"utm_source":"mail","email":"ann@example.com","__proto__":{}},"other":1}""", "utm_source=mail")]
    [InlineData("""{"last":{"referrer":"javascript:alert(1)","landing_page":"https://ann:secret@www.example.com/","utm_term":7,"utm_id":null}}""", "")]
    [InlineData("""{"last":{"utm_source":"a\u0000b\nc","utm_medium":"undefined","utm_content":"\ud800"}}""", "utm_source=ab c")]
    [InlineData("""{"last":[]}""", "")]
    [InlineData("""{"last":{"utm_source":"mail"}""", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    public async Task What_anybody_may_send_is_tidied_and_never_a_reason_to_refuse(string sent, string told)
    {
        await using var app = await TestApp.Start();

        await app.IsThanked(Form, Visits.Email, ("attribution", sent));

        Assert.Equal(told, string.Join(", ", Told((await Found(app))?.Last)));
    }

    [Fact]
    public async Task However_much_is_sent_little_is_kept()
    {
        await using var app = await TestApp.Start();
        var much = Touch.Names.ToDictionary(name => name, name => name.Contains('_', StringComparison.Ordinal) && !name.StartsWith("utm", StringComparison.Ordinal)
            ? "https://www.example.com/" + new string('x', 350) : new string('ü', 300));
        var json = JsonSerializer.Serialize(new { email = "ann@example.com", attribution = new { first = much, last = much } });

        Assert.Equal(201, (await app.Creates(json)).Status);

        var came = await Came(app);
        Assert.All(Touch.Names.Where(name => name is not Touch.At and not Touch.Referrer), name => Assert.InRange(came.Last![name]!.Length, 200, 400));
    }

    [Fact]
    public async Task The_page_of_a_lead_and_the_file_tell_it_and_a_campaign_counts_it()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.Asking(ContactFields.Get("email")));
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked(Form + "/embed", [.. (await app.Opens(Framed)).Inputs.Where(input => input.Name != "email"), Visits.Email]);
        await app.Submits("bob@example.com");

        var page = await browser.Gets(await app.PathOf("ann@example.com"));
        var file = (await browser.Gets("/admin/leads.csv?form=landing-page")).Source;
        var other = await browser.Gets(await app.PathOf("bob@example.com"));

        var came = page.Html.QuerySelector("[data-came]")!;
        Assert.Equal(["First touch", "Last touch"], came.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Equal(
            ["Time: 20 Nov 2026, 10:00:00 UTC", "Source: ads", "Referrer: None", "Landing page: https://www.example.com/", "Source: mail", "Click ID: gclid=click2",
                "Referrer: https://news.example/story", "Landing page: https://www.example.com/offer?utm_source=mail"],
            came.QuerySelectorAll("dl > div").Select(row => $"{row.QuerySelector("dt")!.TextContent}: {row.QuerySelector("dd")!.TextContent}"));
        Assert.Null(other.Html.QuerySelector("[data-came]"));
        Assert.Contains(",First time,First source,First medium,First campaign,First click ID,First referrer,First landing page,Last source,", file, StringComparison.Ordinal);
        Assert.Contains(",ads,,,,,https://www.example.com/,mail,,,gclid=click2,https://news.example/story,", file, StringComparison.Ordinal);
        await TestApp.Eventually(async () => (await browser.Gets("/admin/forms/landing-page/numbers")).Main.TextContent.Contains("mail", StringComparison.Ordinal),
            "the campaign among the numbers");
    }

    [Fact]
    public void The_loader_and_the_server_know_the_same_names()
    {
        var names = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "touch-names.json")))!;

        Assert.Equal(Touch.CampaignNames, names["campaign"]);
        Assert.Equal(Touch.ClickNames, names["click"]);
    }

    private static async Task<Attribution> Came(TestApp app) => (await Found(app))!;

    private static async Task<Attribution?> Found(TestApp app) =>
        Attribution.Parse(await app.Query(db => db.Leads.Select(lead => lead.AttributionJson).SingleAsync()));

    private static IEnumerable<string> Told(Touch? touch) =>
        touch?.Values.Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
}
