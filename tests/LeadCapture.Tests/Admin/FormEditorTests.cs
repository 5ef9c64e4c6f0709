using System.Text;
using LeadCapture.Admin.Audit;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// The editor without a script: every act is a plain post.
public sealed class FormEditorTests
{
    private const string Editor = "/admin/forms/fair";

    [Fact]
    public async Task A_form_is_made_changed_published_and_sent()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        await admin.MakesForm("Fair", "blank");
        await admin.Edits(Editor, "0.0.0", "add:input:rating");
        await admin.Edits(Editor, "0.0.1", "save", ("label", "How do you like us?"), ("key", "Joy"));
        var draft = await app.Opens("/f/fair");
        var sheet = await admin.Gets(Editor + "/publish");
        var news = await admin.Does(Editor + "/publish", ("seen", sheet.ValueOf("seen")!));
        var page = await app.Opens("/f/fair");
        await app.IsThanked("/f/fair", Visits.Email, ("customFields[0].key", "Joy"), ("customFields[0].value", "4"));

        Assert.Equal((404, 200), (draft.Status, page.Status));
        Assert.StartsWith("Version 1 is published.", news.News, StringComparison.Ordinal);
        Assert.Equal("4", app.SentCustom("Joy"));
        Assert.Equal([AuditAction.MadeForm, AuditAction.PublishedForm], await app.Query(db => db.AuditEntries
            .Where(entry => entry.SubjectId == "fair").OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task Every_change_can_be_undone_and_redone()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");

        await admin.Edits(Editor, "", "save", ("title", "Fair of spring"));
        await admin.Edits(Editor, "0.0.0", "remove");
        var removed = await app.DraftOf("fair");
        await admin.Edits(Editor, "", "undo");
        await admin.Edits(Editor, "", "undo");
        var first = await app.DraftOf("fair");
        await admin.Edits(Editor, "", "undo");
        await admin.Edits(Editor, "", "redo");
        await admin.Edits(Editor, "", "redo");
        await admin.Edits(Editor, "", "redo");
        var again = await app.DraftOf("fair");
        await admin.Edits(Editor, "", "undo");
        await admin.Edits(Editor, "", "save", ("intro", "Hello"));
        var page = await admin.Gets(Editor);

        Assert.Equal(("Fair of spring", 0), (removed.Title, removed.Fields.Count));
        Assert.Equal(("Fair", 1), (first.Title, first.Fields.Count));
        Assert.Equal(removed.ToJson(), again.ToJson());
        Assert.Equal(("Hello", 1), ((await app.DraftOf("fair")).Intro, (await app.DraftOf("fair")).Fields.Count));
        Assert.True(page.Html.QuerySelector("#do-redo")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_last_fifty_changes_are_kept()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");

        for (var number = 1; number <= 60; number++)
            await admin.Edits(Editor, "", "save", ("intro", $"Number {number}"));
        for (var undone = 0; undone < 70; undone++)
            await admin.Edits(Editor, "", "undo");

        Assert.Equal($"Number {60 - Drafts.Kept}", (await app.DraftOf("fair")).Intro);
    }

    [Fact]
    public async Task Two_people_change_different_fields_and_both_changes_stay()
    {
        await using var app = await TestApp.Start();
        using var ann = await AdminBrowser.SignedIn(app, Role.Admin, "ann@example.com");
        using var bob = await AdminBrowser.SignedIn(app, Role.Admin, "bob@example.com");
        await ann.MakesForm("Fair", "webinar");

        var seen = (await bob.Gets(Editor)).ValueOf("seen")!;
        await ann.Edits(Editor, "0.0.0", "save", ("label", "Given name"));
        var answer = await bob.Posts(Editor + "/draft", ("seen", seen), ("at", "0.0.1"), ("do", "save"), ("label", "Family name"));

        Assert.Equal(303, answer.Status);
        Assert.Equal(["Given name", "Family name"], (await app.DraftOf("fair")).Fields.Take(2).Select(field => field.Label));
    }

    [Fact]
    public async Task Two_people_change_the_same_field_and_the_second_is_told()
    {
        await using var app = await TestApp.Start();
        using var ann = await AdminBrowser.SignedIn(app, Role.Admin, "ann@example.com");
        using var bob = await AdminBrowser.SignedIn(app, Role.Admin, "bob@example.com");
        await ann.MakesForm("Fair", "webinar");

        var seen = (await bob.Gets(Editor)).ValueOf("seen")!;
        await ann.Edits(Editor, "0.0.0", "save", ("label", "Given name"));
        var told = await bob.Posts(Editor + "/draft", ("seen", seen), ("at", "0.0.0"), ("do", "save"), ("label", "Your first name"));
        var kept = (await app.DraftOf("fair")).Fields[0].Label;
        var saved = await bob.Posts(Editor + "/draft", ("seen", told.ValueOf("seen")!), ("at", "0.0.0"), ("do", "save"),
            ("label", told.ValueOf("label")!));

        Assert.Equal((409, "Given name", "Your first name"), (told.Status, kept, told.ValueOf("label")));
        Assert.Contains("changed this part while you were editing", told.Summary.Single().Message, StringComparison.Ordinal);
        Assert.Equal((303, "Your first name"), (saved.Status, (await app.DraftOf("fair")).Fields[0].Label));
    }

    [Fact]
    public async Task People_who_press_in_the_same_moment_are_served_one_after_the_other_or_told()
    {
        await using var app = await TestApp.Start();
        using var maker = await AdminBrowser.SignedIn(app, Role.Admin);
        await maker.MakesForm("Fair", "webinar");
        var people = new List<AdminBrowser>();
        foreach (var number in Enumerable.Range(0, 6))
            people.Add(await AdminBrowser.SignedIn(app, Role.Admin, $"admin{number}@example.com"));

        foreach (var round in Enumerable.Range(0, 3))
        {
            var seen = (await maker.Gets(Editor)).ValueOf("seen")!;
            var changed = await Task.WhenAll(people.Select((person, number) => person.Posts(Editor + "/draft",
                ("seen", seen), ("at", "0.0.0"), ("do", "save"), ("label", $"Name {round} {number}"))));
            seen = (await maker.Gets(Editor)).ValueOf("seen")!;
            var published = await Task.WhenAll(people.Select(person => person.Posts(Editor + "/publish", ("seen", seen))));
            var undone = await Task.WhenAll(people.Select(person => person.Posts(Editor + "/draft", ("seen", seen), ("do", "undo"))));

            Assert.All(changed.Concat(published), answer => Assert.Contains(answer.Status, (int[])[303, 409]));
            Assert.All(undone, answer => Assert.Equal(303, answer.Status));
            Assert.Contains(changed, answer => answer.Status == 303);
            Assert.Equal(round + 1, await app.Query(db => db.FormVersions.CountAsync(version => version.FormId == 4)));
        }
        people.ForEach(person => person.Dispose());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_it_and_stays_typed()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "webinar");

        var seen = (await admin.Gets(Editor)).ValueOf("seen")!;
        var page = await admin.Posts(Editor + "/draft",
            ("seen", seen), ("at", "0.0.0"), ("do", "save"), ("label", "Name"), ("maxLength", "ten"));

        Assert.Equal((422, "ten", "Name"), (page.Status, page.ValueOf("maxLength"), page.ValueOf("label")));
        Assert.Equal("Error: Enter a whole number, or leave this empty", page.ErrorOf("maxLength"));
        Assert.Equal("First name", (await app.DraftOf("fair")).Fields[0].Label);
    }

    [Fact]
    public async Task What_cannot_be_published_is_saved_and_said()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");

        await admin.Edits(Editor, "0.0.0", "add:input:select");
        await admin.Edits(Editor, "0.0.1", "save", ("options", ""));
        var page = await admin.Gets(Editor + "?at=0.0.1");
        var sheet = await admin.Gets(Editor + "/publish");
        var refused = await admin.Posts(Editor + "/publish", ("seen", sheet.ValueOf("seen")!));

        Assert.Equal("Error: Add at least one option", page.ErrorOf("options"));
        Assert.Equal("/admin/forms/fair?at=0.0.1", sheet.Html.QuerySelector(".findings a")!.GetAttribute("href"));
        Assert.Equal((422, 404), (refused.Status, (await app.Opens("/f/fair")).Status));
    }

    [Fact]
    public async Task Options_are_pasted_as_lines()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");
        await admin.Edits(Editor, "0.0.0", "add:input:radio");

        await admin.Edits(Editor, "0.0.1", "save", ("options", "hot = As soon as possible\r\n\r\n Later \r\n"));

        Assert.Equal([new("hot", "As soon as possible"), new("Later", "Later")], (await app.DraftOf("fair")).Fields[1].Options);
        Assert.Equal("hot = As soon as possible\nLater", (await admin.Gets(Editor + "?at=0.0.1")).ValueOf("options"));
    }

    [Theory]
    [InlineData("1.0.0", "up", "0.0.1")]
    [InlineData("0.0.0", "down", "1.0.0")]
    [InlineData("0.0.0", "up", "0.0.0")]
    [InlineData("1", "up", "0")]
    [InlineData("1.0", "up", "0.1")]
    public async Task Parts_are_moved_one_by_one(string at, string act, string to)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");
        await admin.Edits(Editor, "0.0.0", "add-step");
        await admin.Edits(Editor, "1.0", "add:property:city");
        var part = Outline.Find(await app.DraftOf("fair"), Place.Parse(at));

        var answer = await admin.Edits(Editor, at, act);

        Assert.Equal(Editor + "?at=" + to, answer.To);
        Assert.True(Outline.Find(await app.DraftOf("fair"), Place.Parse(to)) switch
        {
            LeadCapture.Forms.Fields.Field field => Outline.Same(field, part),
            FormSection section => Outline.Same(section, part),
            var step => Outline.Same(step, part),
        });
    }

    [Fact]
    public async Task A_field_is_dropped_into_another_step()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "demo");

        await admin.Edits(Editor, "0.0.0", "move:0.0.2>1.0.1");

        var form = await app.DraftOf("fair");
        Assert.Equal(["Interest", "email", "notes", "Consent"], form.Steps[1].Sections[0].Fields.Select(field => field.Id));
    }

    [Fact]
    public async Task A_condition_follows_the_key_that_it_asks_for()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "demo");

        await admin.Edits(Editor, "1.0.1", "test");
        await admin.Edits(Editor, "1.0.1", "save", ("when.any", "false"), ("when.tests[0].field", "Interest"),
            ("when.tests[0].kind", "IsNot"), ("when.tests[0].value", "later"));
        await admin.Edits(Editor, "1.0.0", "save", ("key", "Start"));

        var test = (await app.DraftOf("fair")).Fields.Single(field => field.Property == "notes").ShowWhen!.All!.Single();
        Assert.Equal(("Start", "later"), (test.Field, test.IsNot));
    }

    [Fact]
    public async Task A_preview_checks_and_sends_nothing()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var maker = await AdminBrowser.SignedIn(app, Role.Admin);
        await maker.MakesForm("Fair", "blank");

        var empty = await admin.PostsBare(Editor + "/preview/page");
        var filled = await admin.PostsBare(Editor + "/preview/booth", Visits.Email);
        using var stranger = AdminBrowser.Of(app);

        Assert.NotNull(empty.ErrorOf("email"));
        Assert.StartsWith("Everything is filled in correctly.", filled.Notice, StringComparison.Ordinal);
        Assert.Equal(0, await app.Query(db => db.Leads.CountAsync()));
        Assert.Contains("frame-ancestors 'self'", filled.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(302, (await stranger.Gets(Editor + "/preview/page")).Status);
    }

    [Fact]
    public async Task A_version_comes_back_into_the_draft()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        const string landing = "/admin/forms/landing-page";

        await admin.Edits(landing, "", "save", ("title", "Come in"));
        var sheet = await admin.Gets(landing + "/publish");
        await admin.Posts(landing + "/publish", ("seen", sheet.ValueOf("seen")!));
        var versions = await admin.Gets(landing + "/versions");
        await admin.Does(landing + "/versions/1/restore");

        Assert.Equal("Title changed to “Come in”", sheet.Html.QuerySelector("#changes ~ .findings li")!.TextContent);
        Assert.Equal(["Version 2", "Version 1"], versions.Html.QuerySelectorAll(".versions h2").Select(title => title.TextContent));
        Assert.Equal("Come in", (await app.Opens("/f/landing-page")).Title);
        Assert.NotEqual("Come in", (await app.DraftOf("landing-page")).Title);
        Assert.Equal("Come in", (await admin.Gets(landing + "/preview/page?version=2")).Title);
    }

    [Fact]
    public async Task A_form_comes_from_a_file_and_goes_out_as_the_same_file()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var file = (await admin.Gets("/admin/forms/event-booth/export")).Source.Replace("event-booth", "my-booth", StringComparison.Ordinal);

        await admin.Gets("/admin/forms/new");
        var imported = await admin.Uploads("/admin/forms/import", Encoding.UTF8.GetBytes(file), "booth.json");
        var refused = await admin.Uploads("/admin/forms/import", "{\"schema\":9}"u8.ToArray(), "booth.json");

        Assert.Equal("/admin/forms/my-booth", imported.To);
        Assert.Equal(file, (await admin.Gets("/admin/forms/my-booth/export")).Source);
        Assert.Equal(422, refused.Status);
        Assert.StartsWith("Error: schema: This form is of schema 9", refused.ErrorOf("file"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "title")]
    [InlineData("Fair", "a/b", "slug")]
    [InlineData("Fair", "contact", "slug")]
    [InlineData("Fair", "new", "slug")]
    public async Task A_new_form_is_refused_beside_what_is_wrong(string title, string slug, string input)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await admin.Posts("/admin/forms", ("title", title), ("slug", slug), ("template", "demo"));

        Assert.Equal((422, slug), (page.Status, page.ValueOf("slug")));
        Assert.NotNull(page.ErrorOf(input));
        Assert.Equal(3, await app.Query(db => db.Forms.CountAsync()));
    }

    [Fact]
    public async Task An_operator_looks_and_changes_nothing()
    {
        await using var app = await TestApp.Start();
        using var operating = await AdminBrowser.SignedIn(app, Role.Operator);
        const string landing = "/admin/forms/landing-page";

        var page = await operating.Gets(landing + "?at=0.0.0");
        var refused = await operating.Posts(landing + "/draft", ("seen", "0"), ("at", ""), ("do", "save"), ("title", "Mine"));

        Assert.Equal(200, page.Status);
        Assert.True(page.Html.QuerySelector("#settings fieldset")!.HasAttribute("disabled"));
        Assert.NotEqual(303, refused.Status);
        Assert.NotEqual("Mine", (await app.DraftOf("landing-page")).Title);
    }
}
