using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

public class BadInputTests
{
    private static readonly string Long = new('x', 10_000);

    [Fact]
    public async Task A_refused_form_keeps_every_answer_and_ties_each_error_to_its_input()
    {
        await using var app = await TestApp.Start();
        (string Name, string Value)[] typed =
        [
            ("firstName", "Ann"), ("lastName", "Lee <b>"), ("email", "ann@"), ("phone", "+1 415 555 0123"), ("phone2", "x12"),
            ("linkedInUrl", "not an address"), ("title", "CEO"), ("company", "Acme & Sons"), ("companySize", "51-200"),
            ("industry", "Toys"), ("city", "Berlin"), ("state", "BE"), ("country", "Germany"), ("timeZoneId", "Nowhere"),
            ("notes", "one\ntwo"), ("linkedInSalesNavigatorUrl", "linkedin.com/sales/1"), ("accountId", "twelve"),
            ("customFields[0].key", "colour"), ("customFields[0].value", "red"), ("customFields[1].value", "nameless"),
            ("submissionId", "mine"), ("page", "https://www.example.com/x"),
        ];

        var page = await app.Sends("/f/contact", typed);

        Assert.Equal((422, "errors"), (page.Status, page.Main.GetAttribute("data-state")));
        foreach (var (name, value) in typed)
            Assert.Equal((name, name == "companySize" ? "TwoHundred" : value), (name, page.ValueOf(name)));
        Assert.Equal(["email", "linkedInUrl", "timeZoneId", "accountId", "custom-1-key"], page.Summary.Select(line => line.Id));
        foreach (var (id, message) in page.Summary)
            Assert.EndsWith(message, page.ErrorOf(page.Html.GetElementById(id)!.GetAttribute("name")!)!,
                StringComparison.Ordinal);
        Assert.Null(page.ErrorOf("firstName"));
        Assert.StartsWith("Error: ", page.Html.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("firstName", "a\ufffdb", "characters that can't be read")]
    [InlineData("notes", "a\ufffdb", "characters that can't be read")]
    [InlineData("email", "no-at-sign", "Enter an email address like")]
    [InlineData("email", "ann@localhost", "Enter an email address like")]
    [InlineData("email", "ann@example..com", "Enter an email address like")]
    [InlineData("linkedInUrl", "javascript:alert(document.cookie)", "enter a web address")]
    [InlineData("linkedInUrl", "ftp://linkedin.com/in/ann", "enter a web address")]
    [InlineData("companySize", "a few", "choose one of the options")]
    [InlineData("timeZoneId", "Atlantis", "Choose a time zone")]
    [InlineData("accountId", "12.5", "must be a whole number")]
    [InlineData("accountId", "0", "must be 1 or more")]
    [InlineData("accountId", "9999999999", "must be 2147483647 or less")]
    [InlineData("accountId", "1e3", "must be a number")]
    public async Task A_wrong_answer_is_explained_at_its_field_and_kept(string name, string value, string message)
    {
        await using var app = await TestApp.Start();

        var email = name == "email" ? (name, value) : Visits.Email;

        var page = await app.Sends("/f/contact", email, ("lastName", "Lee"), (name, value));

        Assert.Equal(422, page.Status);
        Assert.Contains(message, page.ErrorOf(name), StringComparison.Ordinal);
        Assert.Equal("Lee", page.ValueOf("lastName"));
        Assert.Equal(value, page.ValueOf(name));
        Assert.Single(page.Summary);
    }

    [Fact]
    public async Task Every_answer_has_its_longest_length_and_a_longer_one_is_kept()
    {
        await using var app = await TestApp.Start();
        string[] fields =
        [
            "email", "firstName", "lastName", "phone", "phone2", "title", "company", "companySize", "industry", "city", "state",
            "country", "timeZoneId", "linkedInUrl", "linkedInSalesNavigatorUrl", "linkedInRecruiterUrl", "notes", "accountId",
        ];

        var page = await app.Sends("/f/contact", [.. fields.Select(field => (field, Long))]);

        Assert.Equal(422, page.Status);
        Assert.Equal(fields.Length, page.Summary.Count);
        foreach (var field in fields)
        {
            Assert.EndsWith("characters or fewer. You typed 10,000", page.ErrorOf(field), StringComparison.Ordinal);
            Assert.Equal(Long, page.ValueOf(field));
        }
    }

    [Theory]
    [InlineData("firstName=%FF%FE", "firstName")]
    [InlineData("firstName=\u00ff", null)]
    [InlineData("firstName=%ED%A0%80", null)]
    [InlineData("firstName=%zz%", null)]
    public async Task Text_in_a_broken_encoding_is_never_a_fault_of_ours(string body, string? wrong)
    {
        await using var app = await TestApp.Start();

        var page = await app.SendsRaw("/f/contact", "email=ann%40&" + body);

        Assert.Equal(422, page.Status);
        Assert.NotNull(page.ErrorOf("email"));
        if (wrong is not null)
            Assert.NotEqual("", page.ValueOf(wrong));
    }

    [Fact]
    public async Task More_than_a_hundred_custom_fields_are_refused_and_kept()
    {
        await using var app = await TestApp.Start();
        var rows = Enumerable.Range(0, 200).SelectMany(Row).ToArray();

        var page = await app.Sends("/f/contact", [Visits.Email, .. rows]);

        Assert.Equal(422, page.Status);
        Assert.Equal([("custom-0-key", "At most 100 custom fields can be sent. Remove some of them")], page.Summary);
        Assert.NotNull(page.Html.GetElementById("custom-0-key"));
        Assert.Equal("v199", page.CustomValueOf("k199"));
        var taken = await app.IsThanked("/f/contact", [Visits.Email, .. rows[..200]]);
        Assert.Equal("v99", taken.Fact("k99"));
    }

    [Fact]
    public async Task Thousands_of_inputs_are_read_and_an_endless_number_is_too_large()
    {
        await using var app = await TestApp.Start();
        string Filler(int count) => string.Concat(Enumerable.Range(0, count).Select(number => $"&x{number}=1"));

        var many = await app.SendsRaw("/f/contact", "email=ann%40&firstName=Ann" + Filler(4000));
        var endless = await app.SendsRaw("/f/contact", "email=ann%40example.com" + Filler(9000));
        var longName = await app.SendsRaw("/f/contact", "email=ann%40&" + Long + "=1");

        Assert.Equal((422, "Ann"), (many.Status, many.ValueOf("firstName")));
        Assert.Equal((413, "text/html"), (endless.Status, endless.Type));
        Assert.Equal(422, longName.Status);
    }

    [Fact]
    public async Task A_custom_field_s_name_is_checked_at_its_own_input()
    {
        await using var app = await TestApp.Start();
        var name = new string('n', 91);

        var page = await app.Sends("/f/contact", Visits.Email,
            ("customFields[3].key", name), ("customFields[3].value", "1"),
            ("customFields[7].key", "Colour"), ("customFields[7].value", "red"),
            ("customFields[8].key", "colour"), ("customFields[8].value", "blue"),
            ("customFields[9].key", "bell\ufffd"), ("customFields[9].value", "4"),
            ("customFields[10].key", "long"), ("customFields[10].value", Long));

        Assert.Equal(422, page.Status);
        Assert.Equal(["custom-0-key", "custom-2-key", "custom-3-key", "custom-4-value"], page.Summary.Select(line => line.Id));
        Assert.Contains("90 characters or fewer. It has 91", page.CustomErrorOf(name), StringComparison.Ordinal);
        Assert.Contains("another custom field named “colour”", page.CustomErrorOf("colour"), StringComparison.Ordinal);
        Assert.Equal(("1", "red", "blue", Long),
            (page.CustomValueOf(name), page.CustomValueOf("Colour"), page.CustomValueOf("colour"), page.CustomValueOf("long")));
    }

    [Theory]
    [InlineData("customFields[x].key", "customFields[x].value")]
    [InlineData("customFields[-1].key", "customFields[-1].value")]
    [InlineData("customFields[].key", "customFields[].value")]
    [InlineData("customFields[999999999999].key", "customFields[999999999999].value")]
    [InlineData("customFields[2147483647].key", "customFields[2147483647].value")]
    [InlineData("customFields[a][b].key", "customFields[a][b].value")]
    public async Task Whatever_stands_for_the_number_a_custom_field_arrives(string key, string value)
    {
        await using var app = await TestApp.Start();

        var refused =
            await app.Sends("/f/contact", (key, "colour"), (value, "red"), ("customFields[0].key", "size"),
                ("customFields[0].value", "9"));
        var page = await app.IsThanked("/f/contact", Visits.Email, (key, "colour"), (value, "red"));

        Assert.Equal(("red", "9"), (refused.CustomValueOf("colour"), refused.CustomValueOf("size")));
        Assert.Equal("red", page.Fact("colour"));
    }

    [Theory]
    [InlineData("customFields[0].key.key")]
    [InlineData("customFields.key")]
    [InlineData("customFields[0]key")]
    [InlineData("customFields]0[.key")]
    [InlineData("customFields[")]
    [InlineData("__proto__")]
    [InlineData("")]
    public async Task A_name_that_means_nothing_is_passed_over(string name)
    {
        await using var app = await TestApp.Start();

        Assert.Equal("delivered", (await app.IsThanked("/f/contact", Visits.Email, (name, "x"))).Delivery);
    }

    [Fact]
    public async Task Answers_under_one_name_are_one_answer_with_all_of_them()
    {
        await using var app = await TestApp.Start();

        var refused = await app.Sends("/f/contact", ("email", "a@example.com"), ("email", "b@example.com"));
        var page = await app.IsThanked("/f/contact", Visits.Email, Visits.Email, ("customFields[0].key", "colours"),
            ("customFields[0].value", "red"), ("customFields[0].value", "blue"), ("customFields[0].value", ""));

        Assert.Equal((422, "a@example.com, b@example.com"), (refused.Status, refused.ValueOf("email")));
        Assert.Equal("red, blue", page.Fact("colours"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{{7*7}}${7*7}@(7*7)")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</textarea><script>alert(1)</script>")]
    [InlineData("=cmd|'/c calc'!A1")]
    public async Task Markup_comes_back_as_text_wherever_it_is_shown(string text)
    {
        await using var app = await TestApp.Start();
        (string, string)[] typed =
            [("firstName", text), ("notes", text), ("customFields[0].key", "k"), ("customFields[0].value", text)];

        var prefilled = await app.Opens($"/f/contact?firstName={Uri.EscapeDataString(text)}&notes={Uri.EscapeDataString(text)}");
        var refused = await app.Sends("/f/contact", [("email", text), .. typed]);
        var thanked = await app.IsThanked("/f/contact", [Visits.Email, .. typed]);
        var sandbox = await app.Opens(app.ReplyIo.Address.ToString());

        Assert.Equal((text, text), (prefilled.ValueOf("firstName"), prefilled.ValueOf("notes")));
        Assert.Equal((422, text, text, text),
            (refused.Status, refused.ValueOf("email"), refused.ValueOf("notes"), refused.CustomValueOf("k")));
        Assert.Equal((text, text, text), (thanked.Fact("First name"), thanked.Fact("Notes"), thanked.Fact("k")));
        foreach (var page in (Page[])[prefilled, refused, thanked, sandbox])
            Assert.DoesNotContain(page.Html.QuerySelectorAll("script, img"), element =>
                !element.HasAttribute("src") || element.HasAttribute("onerror"));
        Assert.Contains(text, sandbox.Html.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Row(int number) =>
        [($"customFields[{number}].key", $"k{number}"), ($"customFields[{number}].value", $"v{number}")];
}
