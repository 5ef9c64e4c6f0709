using System.Text.Json;
using LeadCapture.Admin.Audit;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// The page that says what happens with a form.
public class FormSettingsTests
{
    private const string Here = "/admin/forms/landing-page/settings";

    [Fact]
    public async Task What_is_saved_stands_in_the_draft_alone()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);

        var done = await admin.Does(Here, Typed(await admin.Gets(Here),
            ("confirmation", "Contact"), ("thanksTitle", "Thanks, {firstName}"), ("thanksText", "One\r\n*two*"),
            ("redirect", "https://www.example.com/thanks"), ("sites", "https://www.example.com\r\n\r\n https://*.example.org "),
            ("timeZone", "Europe/Berlin"), ("opensAt", "2027-03-12T09:00"), ("closesAt", "2027-07-01T18:30"), ("maxLeads", "300"),
            ("closedText", "See you"), ("language", "fr"), ("privacyNotice", "https://example.com/privacy"), ("imprint", "https://example.com/imprint"),
            ("freeCustomFields", "true"), ("sendUnasked", "true"), ("proofOfWork", "Always")));

        Assert.Equal("Saved in the draft. Publish it to show it to visitors.", done.News);
        var form = await Draft(admin);
        Assert.Equal(("contact", "Thanks, {firstName}", "One\n*two*", "https://www.example.com/thanks"),
            (Of("confirmation"), Of("thanksTitle"), Of("thanksText"), Of("redirect")));
        Assert.Equal(("Europe/Berlin", "2027-03-12T09:00:00+01:00", "2027-07-01T18:30:00+02:00", "300", "See you"),
            (Of("timeZone"), Of("opensAt"), Of("closesAt"), Of("maxLeads"), Of("closedText")));
        Assert.Equal(["https://www.example.com", "https://*.example.org"], form.GetProperty("sites").EnumerateArray().Select(site => site.GetString()!));
        Assert.Equal(("https://example.com/privacy", "https://example.com/imprint", "True", "True"),
            (Of("privacyNotice"), Of("imprint"), Of("freeCustomFields"), Of("sendUnasked")));
        Assert.Equal("fr", Of("language"));
        Assert.Equal("always", form.GetProperty("spam").GetProperty("proofOfWork").GetString());
        Assert.Equal(200, (await app.Opens("/f/landing-page")).Status);
        var again = await admin.Gets(Here);
        Assert.Equal(("2027-03-12T09:00", "2027-07-01T18:30", "One\n*two*", "https://www.example.com\nhttps://*.example.org"),
            (again.ValueOf("opensAt"), again.ValueOf("closesAt"), again.ValueOf("thanksText"), again.ValueOf("sites")));
        Assert.Equal(1, await app.Query(db => db.AuditEntries.CountAsync(entry => entry.Act == "changed a form" && entry.Text == "settings")));

        string Of(string name) => form.GetProperty(name).ToString();
    }

    [Fact]
    public async Task Saving_what_was_shown_changes_nothing()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { OpensAt = new(2026, 3, 1, 8, 0, 33, TimeSpan.Zero), TimeZone = "Europe/Berlin" });
        using var admin = await AdminBrowser.SignedIn(app);
        var before = await Draft(admin);

        await admin.Does(Here, Typed(await admin.Gets(Here)));

        Assert.Equal(before.ToString(), (await Draft(admin)).ToString());
    }

    [Theory]
    [InlineData("thanksTitle", "", "Enter a title")]
    [InlineData("redirect", "https://evil.example/", "Use an address on one of the sites where this form may be embedded, like https://www.example.com/thanks")]
    [InlineData("opensAt", "tomorrow", "Enter a date and a time, like 2027-03-12T09:00")]
    [InlineData("opensAt", "0001-01-01T00:00", "Enter a date and a time, like 2027-03-12T09:00")]
    [InlineData("opensAt", "2027-03-28T02:30", "This time doesn’t exist, because the clocks change. Choose another one")]
    [InlineData("closesAt", "2020-01-01T00:00", "Use a time after the form opens")]
    [InlineData("timeZone", "Mars/Base", "Use a time zone like Europe/Berlin")]
    [InlineData("maxLeads", "many", "Enter a whole number, or leave this empty")]
    [InlineData("maxLeads", "0", "Use a number from 1 to 1000000")]
    [InlineData("privacyNotice", "example.com", "Use an address like https://www.example.com/privacy")]
    [InlineData("imprint", "javascript:alert(1)", "Use an address like https://www.example.com/privacy")]
    [InlineData("sites", "https://www.example.com/path", "Enter a site like https://www.example.com, without a path")]
    [InlineData("fields[1].source", "Fixed", "Enter the value: nothing else fills a field whose source is fixed", "fields[1].default")]
    public async Task What_is_wrong_is_told_beside_its_input_and_everything_typed_stays(
        string name, string value, string problem, string? told = null)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var before = await Draft(admin);

        var refused = await admin.Posts(Here, Typed(await admin.Gets(Here),
            ("timeZone", "Europe/Berlin"), ("opensAt", "2027-03-01T09:00"), ("closedText", "<b>typed</b>"), (name, value)));

        Assert.Equal((422, problem), (refused.Status, refused.ErrorOf(told ?? name)?.Replace("Error: ", "", StringComparison.Ordinal)));
        Assert.Equal((value, "<b>typed</b>"), (refused.ValueOf(name), refused.ValueOf("closedText")));
        Assert.Contains((told ?? name, problem), refused.Summary);
        Assert.Equal(before.ToString(), (await Draft(admin)).ToString());
    }

    [Fact]
    public async Task The_second_of_two_people_is_told()
    {
        await using var app = await TestApp.Start();
        using var ann = await AdminBrowser.SignedIn(app);
        using var bob = await AdminBrowser.SignedIn(app, Role.Admin);
        var seen = await bob.Gets(Here);
        await ann.Does(Here, Typed(await ann.Gets(Here), ("thanksTitle", "Ann's")));

        var told = await bob.Posts(Here, Typed(seen, ("thanksTitle", "Bob's")));

        Assert.Equal((409, "Bob's"), (told.Status, told.ValueOf("thanksTitle")));
        Assert.Contains("meanwhile. Check and save again.", told.Summary[0].Message, StringComparison.Ordinal);
        Assert.Equal("Ann's", (await Draft(ann)).GetProperty("thanksTitle").GetString());
        await bob.Does(Here, Typed(told));
        Assert.Equal("Bob's", (await Draft(ann)).GetProperty("thanksTitle").GetString());
    }

    [Fact]
    public async Task Fields_are_filled_by_what_the_table_says()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(Here);
        var rows = page.Inputs.Where(input => input.Name.EndsWith("].id", StringComparison.Ordinal)).ToDictionary(input => input.Value, input => input.Name[..^3]);

        await admin.Does(Here, Typed(page,
            (rows["company"] + ".parameter", "org"), (rows["company"] + ".locked", "true"),
            (rows["firstName"] + ".source", "Fixed"), (rows["firstName"] + ".default", "Guest"),
            (rows["custom:utm_source"] + ".source", "Referrer")));

        var fields = (await Draft(admin)).GetProperty("steps")[0].GetProperty("sections").EnumerateArray()
            .SelectMany(section => section.GetProperty("fields").EnumerateArray()).ToList();
        Assert.Equal(("org", "True"), (Of("company", "parameter"), Of("company", "locked")));
        Assert.Equal(("fixed", "Guest"), (Of("firstName", "source"), Of("firstName", "default")));
        Assert.Equal("referrer", fields.Find(field => field.TryGetProperty("key", out var key) && key.GetString() == "utm_source").GetProperty("source").GetString());
        Assert.Equal("", Of("email", "source"));

        string Of(string property, string name) =>
            fields.Find(field => field.TryGetProperty("property", out var own) && own.GetString() == property) is var found
            && found.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    [Fact]
    public async Task A_composed_link_fills_in_the_form()
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);

        var page = await viewer.Posts(Here + "/link", ("link:email", "ann+test@example.com"), ("link:company", "Müller & Söhne"),
            ("link:firstName", "{{ first_name }}"), ("link:unknown", "x"));
        var link = page.Html.QuerySelector("#composed")!.GetAttribute("value")!;

        Assert.Equal(200, page.Status);
        Assert.Contains("firstName={{%20first_name%20}}", link, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", link, StringComparison.Ordinal);
        var form = await app.Opens(link.Replace("{{%20first_name%20}}", "Ann", StringComparison.Ordinal));
        Assert.Equal(("ann+test@example.com", "Müller & Söhne", "Ann"), (form.ValueOf("email"), form.ValueOf("company"), form.ValueOf("firstName")));
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Operator, false)]
    [InlineData(Role.Admin, true)]
    public async Task Everybody_looks_and_admins_change(Role role, bool may)
    {
        await using var app = await TestApp.Start();
        using var user = await AdminBrowser.SignedIn(app, role);

        var page = await user.Gets(Here);

        Assert.Equal((200, !may), (page.Status, page.Html.QuerySelector("main fieldset")!.HasAttribute("disabled")));
        string[] acts = may ? ["archive", "close", "copy"] : [];
        Assert.Equal(acts, page.Html.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!.Split('/')[^1])
            .Where(act => act is "archive" or "close" or "copy").Order());
        Assert.Equal(may ? 303 : 403, (await user.Posts(Here, Typed(page))).Status);
    }

    [Theory]
    [InlineData("close", "open", "Reopen form")]
    [InlineData("archive", "restore", "Restore form")]
    public async Task A_form_is_closed_and_archived_from_here(string act, string back, string button)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);

        var page = await admin.Does($"/admin/forms/landing-page/{act}", ("tab", "settings"));
        var buttons = page.Html.QuerySelectorAll("button").Select(one => one.TextContent);
        var again = await admin.Does($"/admin/forms/landing-page/{back}", ("tab", "settings"));

        Assert.Contains(button, buttons);
        Assert.DoesNotContain(button, again.Html.QuerySelectorAll("button").Select(one => one.TextContent));
        Assert.Equal(200, (await app.Opens("/f/landing-page")).Status);
    }

    [Fact]
    public async Task A_form_that_is_none_has_no_settings()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);

        foreach (var page in (Page[])[await admin.Gets("/admin/forms/none/settings"),
            await admin.Posts("/admin/forms/none/settings"), await admin.Posts("/admin/forms/none/settings/link")])
            Assert.Equal(404, page.Status);
    }

    /// What the page's form sends, with some of it changed.
    private static (string Name, string Value)[] Typed(Page page, params (string Name, string Value)[] changes)
    {
        var own = page.Html.QuerySelectorAll("form[action$='/settings'] [name]").Select(input => input.GetAttribute("name")!).ToHashSet();
        return
        [
            .. page.Inputs.Where(input => own.Contains(input.Name) && !input.Name.StartsWith("__", StringComparison.Ordinal)
                && changes.All(change => change.Name != input.Name)),
            .. changes.GroupBy(change => change.Name).Select(same => same.Last()),
        ];
    }

    private static async Task<JsonElement> Draft(AdminBrowser admin) =>
        JsonDocument.Parse((await admin.Gets("/admin/forms/landing-page/export")).Source).RootElement.Clone();
}
