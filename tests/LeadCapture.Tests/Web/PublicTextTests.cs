using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Leads;
using LeadCapture.Localization;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Web;

/// What a visitor or a program reads comes from resources, and not what is stored.
public class PublicTextTests
{
    private const string Query = "?" + Untranslated.Reader;
    private static readonly string[] Known = ["LeadCapture", "Ann", "Lee", "Ann Lee", "colour", "Welcome", "404"];
    private static readonly FieldKind[] Kinds = [.. FieldKinds.All.Where(kind => kind.IsSeen)];

    [Theory]
    [InlineData("/")]
    [InlineData("/f/contact")]
    [InlineData("/f/contact/embed")]
    [InlineData("/f/event-booth/booth")]
    [InlineData("/f/landing-page")]
    [InlineData("/no/such/page")]
    public async Task A_page_says_nothing_that_cannot_be_translated(string path)
    {
        await using var app = await Started();

        await IsTranslated(app, await app.Opens(path + Query));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/f/contact/embed")]
    [InlineData("/f/event-booth/booth")]
    [InlineData("/admin/login")]
    [InlineData("/no/such/page")]
    public async Task A_page_names_the_language_it_is_in(string path)
    {
        await using var app = await Started();

        var (usual, other) = (await app.Opens(path), await app.Opens(path + Query));

        Assert.Equal(("en", "ltr"), LanguageOf(usual));
        Assert.Equal((Texts.TestLanguage, "ltr"), LanguageOf(other));
    }

    [Fact]
    public async Task A_form_that_came_back_says_nothing_that_cannot_be_translated()
    {
        await using var app = await Started();
        await app.Publishes("contact", form => form.With(new FormSection { Fields = [.. Kinds.Select(Own)] }));

        var page = await app.Sends("/f/contact" + Query, [("phone", "12"), ("accountId", "twelve"), ("linkedInUrl", "here"),
            ("timeZoneId", "Atlantis"), ("email", "ann@-.de"),
            .. Kinds.SelectMany((kind, row) => Custom(row, kind.Name, "?")), .. Custom(90, "free", new string('x', 2001)),
            .. Custom(91, "free", "twice"), .. Custom(92, "", "no name")]);

        Assert.Equal(422, page.Status);
        Assert.True(page.Summary.Count > 12);
        await IsTranslated(app, page);
    }

    [Theory]
    [InlineData("/f/contact")]
    [InlineData("/f/landing-page")]
    [InlineData("/f/event-booth/booth")]
    public async Task A_confirmation_says_nothing_that_cannot_be_translated(string path)
    {
        await using var app = await Started();
        var sent = await app.Sends(path + Query, [Visits.Email, ("firstName", "Ann"), ("lastName", "Lee"), ("companySize", "Ten"),
            .. Custom(0, "colour", "red")]);

        await IsTranslated(app, await app.Opens(sent.To! + Query));
    }

    [Theory]
    [InlineData("""{"email":"ann","companySize":7,"timeZoneId":"Atlantis"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"email":"ann@example.com","email":"bob@example.com"}""")]
    [InlineData("""{"customFields":{}}""")]
    [InlineData("""{""")]
    public async Task A_program_is_told_nothing_that_cannot_be_translated(string body)
    {
        await using var app = await Started();

        var answer = await app.Calls(HttpMethod.Post, "/api/forms/landing-page/leads" + Query, body);

        Assert.InRange(answer.Status, 400, 422);
        string[] told = answer.Body.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateObject().Select(error => error.Value[0].GetString()!)]
            : [answer["detail"]!];
        Assert.All([answer["title"]!, .. told], text => Assert.StartsWith("⟦", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_stored_is_in_one_language_whoever_sends_it()
    {
        await using var app = await Started();
        await app.Publishes("landing-page", form => form.And(ContactFields.Get("timeZoneId") with { Kind = FieldKinds.Hidden }));

        await app.Sends("/f/landing-page" + Query, Visits.Email, ("timeZoneId", "Atlantis"));

        var lead = await app.Query(db => db.Leads.AsNoTracking().SingleAsync());
        Assert.Equal("Not sent: Choose a time zone from the list, like Europe/Berlin", Assert.Single(SubmittedAnswers.Parse(lead.AnswersJson).Remarks!).What);
    }

    private static Field Own(FieldKind kind) =>
        new() { Key = kind.Name, Kind = kind, Label = "Own " + kind.Name, Options = [new("own", "Own option")] };

    private static Task<TestApp> Started() => TestApp.Start("environment=Development", "Reply:UseSandbox=true");

    private static (string?, string?) LanguageOf(Page page) =>
        (page.Html.DocumentElement.GetAttribute("lang")?.ToLowerInvariant(), page.Html.DocumentElement.GetAttribute("dir"));

    private static async Task IsTranslated(TestApp app, Page page)
    {
        Assert.NotEmpty(page.Html.Body!.TextContent);
        Assert.Empty(Untranslated.WordsOf(page, [.. Known, .. await app.WordsOfForms()]));
    }

    private static (string, string)[] Custom(int row, string key, string value) =>
        [($"customFields[{row}].key", key), ($"customFields[{row}].value", value)];
}
