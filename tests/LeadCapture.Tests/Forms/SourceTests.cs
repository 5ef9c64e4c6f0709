using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// Where answers come from before anybody types: the link, the page, the page before, or the form itself.
public class SourceTests
{
    private const string Form = "/f/landing-page";
    private static readonly Field Campaign = new() { Key = "Campaign", Kind = FieldKinds.Text, Label = "Campaign" };

    [Fact]
    public async Task A_parameter_of_another_name_fills_a_field()
    {
        await using var app = await With(
            ContactFields.Get("email"),
            ContactFields.Get("company") with { Parameter = "org" },
            Campaign with { Parameter = "utm_campaign" });

        var page = await app.Opens(Form + "?ORG=Acme&company=Other&utm_campaign=spring&Campaign=autumn&email=ann%252Btest@example.com");

        Assert.Equal(("Acme", "spring", "ann+test@example.com"), (page.ValueOf("company"), page.CustomValueOf("Campaign"), page.ValueOf("email")));
    }

    [Theory]
    [InlineData("https://news.example.com/story/1?reader=ann@example.com#top", "https://news.example.com/story/1")]
    [InlineData("https://ann:secret@news.example.com/", "")]
    [InlineData("android-app://com.example/", "")]
    [InlineData("not an address", "")]
    [InlineData("", "")]
    public async Task The_page_before_is_known_without_what_is_somebodys_own(string referrer, string kept)
    {
        await using var app = await With(ContactFields.Get("email"), Campaign with { Kind = FieldKinds.Hidden, Source = AnswerSource.Referrer });

        using var answer = await app.Answers(HttpMethod.Get, Form + "?Campaign=forged&customFields[0].key=Campaign&customFields[0].value=forged",
            headers: ("Referer", referrer));
        var page = await Page.Of(answer);

        Assert.Equal(kept, page.CustomValueOf("Campaign"));
    }

    [Theory]
    [InlineData("/embed?page=https://www.example.com/fair", "https://www.example.com/fair")]
    [InlineData("?ref=x", "/f/landing-page")]
    public async Task The_page_that_the_form_stands_on_is_known(string view, string kept)
    {
        await using var app = await With(ContactFields.Get("email"), Campaign with { Source = AnswerSource.Page });

        var page = await app.Opens(Form + view);

        Assert.EndsWith(kept, page.CustomValueOf("Campaign"), StringComparison.Ordinal);
        Assert.DoesNotContain("ref=x", page.CustomValueOf("Campaign"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("text")]
    [InlineData("longText")]
    [InlineData("select")]
    [InlineData("radio")]
    [InlineData("checkboxes")]
    public async Task What_is_fixed_is_what_it_is_whatever_is_sent(string kind)
    {
        var isSeen = kind != "hidden";
        await using var app = await With(ContactFields.Get("email"), ContactFields.Get("company") with { Source = AnswerSource.Fixed, Default = "Acme" },
            Campaign with
            {
                Kind = FieldKinds.Find(kind)!,
                Source = AnswerSource.Fixed,
                Default = "spring",
                Options = kind is "select" or "radio" or "checkboxes" ? [new("spring", "Spring fair"), new("autumn", "Autumn fair")] : [],
            });

        var page = await app.Opens(Form + "?Campaign=autumn&company=Other");
        await app.IsThanked(Form, Visits.Email, ("company", "Other"), ("customFields[0].key", "Campaign"), ("customFields[0].value", "autumn"));
        Assert.Equal(("spring", "Acme"), (app.SentCustom("Campaign"), app.Sent("company")));
        await app.Creates("""{"email":"bob@example.com","customFields":[{"key":"campaign","value":"autumn"}]}""", "landing-page");
        await app.Creates("""{"email":"eve@example.com"}""", "landing-page");

        Assert.Equal("spring", page.CustomValueOf("Campaign"));
        Assert.Equal(isSeen, page.Main.TextContent.Contains("Campaign", StringComparison.Ordinal));
        foreach (var name in new[] { "bob", "eve" })
        {
            await app.IsDelivered($"{name}@example.com");
            Assert.Contains("spring", (await app.DeliveryOf($"{name}@example.com")).Lead!.AnswersJson, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text", "spring", "readonly")]
    [InlineData("longText", "spring", "readonly")]
    [InlineData("email", "ann@example.com", "readonly")]
    [InlineData("select", "spring", "Spring fair")]
    [InlineData("radio", "spring", "Spring fair")]
    [InlineData("checkboxes", "spring", "Spring fair")]
    [InlineData("yesNo", "yes", "Yes")]
    [InlineData("rating", "4", "4 of 5")]
    public async Task A_locked_answer_is_seen_and_not_changed(string kind, string value, string shown)
    {
        await using var app = await With(ContactFields.Get("email"), Campaign with
        {
            Kind = FieldKinds.Find(kind)!,
            Locked = true,
            Required = true,
            Options = kind is "select" or "radio" or "checkboxes" ? [new("spring", "Spring fair"), new("autumn", "Autumn fair")] : [],
        });

        var page = await app.Opens(Form + "?Campaign=" + value);
        var input = page.Html.QuerySelector("#field-0")!;

        Assert.Equal(value, page.CustomValueOf("Campaign"));
        if (shown == "readonly")
            Assert.True(input.HasAttribute("readonly"));
        else
            Assert.Equal(("hidden", shown), (input.GetAttribute("type"), page.Html.QuerySelector(".locked")!.TextContent));
        await app.IsThanked(Form, [.. page.Inputs.Where(one => one.Name != "email"), Visits.Email]);
        Assert.Equal(value, app.SentCustom("Campaign"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?Campaign=none")]
    public async Task What_is_missing_or_wrong_in_a_locked_field_can_be_mended(string link)
    {
        await using var app = await With(ContactFields.Get("email"), Campaign with
        {
            Kind = FieldKinds.Select,
            Locked = true,
            Required = true,
            Options = [new("spring", "Spring fair")],
        });
        var page = await app.Opens(Form + link);

        var refused = await app.Sends(Form, [.. page.Inputs.Where(input => input.Name != "email"), Visits.Email]);

        Assert.Equal(422, refused.Status);
        Assert.Equal("select", refused.Html.QuerySelector("#field-0")!.LocalName);
    }

    [Theory]
    [InlineData("parameter", "Use a parameter of up to 90 characters, without spaces around it")]
    [InlineData("default", "Enter the value: nothing else fills a field whose source is fixed")]
    [InlineData("source", "Only the visitor can give a consent. Leave its source out")]
    public async Task What_makes_no_sense_is_told(string setting, string problem)
    {
        await using var app = await TestApp.Start();
        FormDefinition changed = null!;
        await app.Publishes("landing-page", form => changed = form.Asking(ContactFields.Get("email"), setting switch
        {
            "parameter" => Campaign with { Parameter = new('p', 91) },
            "default" => Campaign with { Source = AnswerSource.Fixed },
            _ => Campaign with { Kind = FieldKinds.Consent, Source = AnswerSource.Fixed, Default = "yes" },
        }));

        Assert.Equal(($"steps[0].sections[0].fields[1].{setting}", problem), Assert.Single(FormDefinitionRules.ProblemsOf(changed)));
    }

    private static async Task<TestApp> With(params Field[] fields)
    {
        var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.Asking(fields));
        return app;
    }
}
