using LeadCapture.Forms.Fields;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// One known value has many spellings.
public class KnownValueTests
{
    [Theory]
    [InlineData("timeZoneId", "W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("timeZoneId", "romance daylight time", "Europe/Paris")]
    [InlineData("timeZoneId", "Eastern Standard Time", "America/New_York")]
    [InlineData("timeZoneId", "India Standard Time", "Asia/Kolkata")]
    [InlineData("timeZoneId", "Pacific Time (US & Canada)", "America/Los_Angeles")]
    [InlineData("timeZoneId", "CET", "Europe/Brussels")]
    [InlineData("timeZoneId", "cest", "Europe/Brussels")]
    [InlineData("timeZoneId", "EST5EDT", "America/New_York")]
    [InlineData("timeZoneId", "UTC+02:00", "Etc/GMT-2")]
    [InlineData("timeZoneId", "GMT-5", "Etc/GMT+5")]
    [InlineData("timeZoneId", "utc −0300", "Etc/GMT+3")]
    [InlineData("timeZoneId", "UTC+05:30", "Asia/Kolkata")]
    [InlineData("timeZoneId", "UTC+00:00", "UTC")]
    [InlineData("timeZoneId", "Z", "UTC")]
    [InlineData("timeZoneId", "utc", "UTC")]
    [InlineData("timeZoneId", "Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("timeZoneId", "calcutta", "Asia/Kolkata")]
    [InlineData("timeZoneId", "Europe/Kiev", "Europe/Kyiv")]
    [InlineData("timeZoneId", "us/eastern", "America/New_York")]
    [InlineData("timeZoneId", "America/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("timeZoneId", "Japan", "Asia/Tokyo")]
    [InlineData("timeZoneId", "Etc/GMT+5", "Etc/GMT+5")]
    [InlineData("companySize", "11-50 employees", "Fifty")]
    [InlineData("companySize", "2–10", "Ten")]
    [InlineData("companySize", "10001+", "OverTenThousand")]
    [InlineData("companySize", "10,000+ Employees", "OverTenThousand")]
    [InlineData("companySize", "> 10.000", "OverTenThousand")]
    [InlineData("companySize", "1.001 - 5.000", "FiveThousand")]
    [InlineData("companySize", "501 to 1000", "OneThousand")]
    [InlineData("companySize", "37", "Fifty")]
    [InlineData("companySize", "self employed", "SelfEmployed")]
    [InlineData("companySize", "Self—Employed", "SelfEmployed")]
    [InlineData("accountId", "1.000.000", "1000000")]
    [InlineData("accountId", "1,234,567", "1234567")]
    [InlineData("accountId", "12'345", "12345")]
    [InlineData("accountId", "1\u202f000", "1000")]
    [InlineData("accountId", "４２", "42")]
    [InlineData("accountId", "42,0", "42")]
    public async Task A_value_is_known_in_other_spellings(string name, string typed, string sent)
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", Visits.Email, (name, typed));

        Assert.Equal(sent, app.Sent(name));
    }

    [Theory]
    [InlineData("timeZoneId", "EST")]
    [InlineData("timeZoneId", "IST")]
    [InlineData("timeZoneId", "UTC+25")]
    [InlineData("timeZoneId", "UTC+01:23")]
    [InlineData("companySize", "1")]
    [InlineData("companySize", "500+")]
    [InlineData("companySize", "10-100")]
    [InlineData("companySize", "many employees")]
    [InlineData("accountId", "1.000")]
    [InlineData("accountId", "1,000")]
    [InlineData("accountId", "12.345")]
    public async Task What_may_mean_two_things_is_asked_again(string name, string typed)
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/contact", Visits.Email, (name, typed));

        Assert.Equal((422, typed), (page.Status, name == "companySize" ? typed : page.ValueOf(name)));
        Assert.Equal(name, Assert.Single(page.Summary).Id);
    }

    [Theory]
    [InlineData("1.000", "Seats must be a number without separators, like 1000")]
    [InlineData("250.000", "Seats must be a number without separators, like 1000")]
    [InlineData("1,000", "Seats must be a number without separators, like 1000")]
    [InlineData("2.125", null, "2.125")]
    [InlineData("0.500", null, "0.500")]
    [InlineData("1.000,50", null, "1000.50")]
    [InlineData("1,000.50", null, "1000.50")]
    [InlineData("2,5", null, "2.5")]
    public async Task A_thousand_is_never_one(string typed, string? message, string? sent = null)
    {
        await using var app = await TestApp.Start();
        await Asks(app, new() { Key = "seats", Kind = FieldKinds.Number, Label = "Seats", Max = "5000" });

        using var answer = await app.Posts("/f/contact", Visits.Email, ("customFields[0].key", "seats"),
            ("customFields[0].value", typed));
        var page = await Page.Of(answer);

        Assert.Equal(message is null ? 303 : 422, page.Status);
        Assert.Equal(message, page.Summary.SingleOrDefault().Message);
        if (sent is not null)
        {
            await app.IsDelivered("ann@example.com");
            Assert.Equal(sent, app.SentCustom("seats"));
        }
    }

    [Fact]
    public async Task A_number_of_JSON_means_one_thing()
    {
        await using var app = await TestApp.Start();

        var created = await app.Creates("""{"email":"ann@example.com","accountId":7.000}""");

        Assert.Equal((201, "7"), (created.Status, app.Sent("accountId")));
    }

    [Theory]
    [InlineData("1", "yes")]
    [InlineData("Y", "yes")]
    [InlineData("checked", "yes")]
    [InlineData("on", "yes")]
    [InlineData("TRUE", "yes")]
    [InlineData("0", "no")]
    [InlineData("n", "no")]
    [InlineData("unchecked", "no")]
    [InlineData("maybe", null)]
    public async Task Yes_and_no_have_many_words(string typed, string? sent)
    {
        await using var app = await TestApp.Start();
        await Asks(app, new() { Key = "demo", Kind = FieldKinds.YesNo, Label = "A demo?" });

        using var answer = await app.Posts("/f/contact", Visits.Email, ("customFields[0].key", "demo"),
            ("customFields[0].value", typed));

        Assert.Equal(sent is null ? 422 : 303, (int)answer.StatusCode);
        if (sent is null)
            return;
        await app.IsDelivered("ann@example.com");
        Assert.Equal(sent, app.SentCustom("demo"));
    }

    private static Task Asks(TestApp app, Field field) =>
        app.Publishes("contact", form => form.And(field));

    [Fact]
    public async Task Countries_are_suggested_and_others_are_taken()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact");
        await app.IsThanked("/f/contact", Visits.Email, ("country", "Guinea-\nBissau"));

        var names = page.Html.QuerySelectorAll("#country-suggestions option").Select(option => option.GetAttribute("value")!).ToList();
        Assert.InRange(names.Count, 230, 260);
        Assert.All(names, name => Assert.Equal(name.ReplaceLineEndings(" ").Trim(), name));
        Assert.Contains("Guinea-Bissau", names);
        Assert.Contains("Germany", names);
        Assert.DoesNotContain("Canary Islands", names);
        Assert.Equal("Guinea- Bissau", app.Sent("country"));
    }
}
