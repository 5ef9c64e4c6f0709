using LeadCapture.Admin.Audit;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace LeadCapture.Tests.Looks;

/// The page about a form's look.
public class LookPageTests
{
    private const string Here = "/admin/forms/contact/look";

    [Fact]
    public async Task A_look_goes_to_the_draft_and_visitors_see_it_once_it_is_published()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var saved = await browser.Saves("contact", inputs:
            [("accent", "0B6B3A"), ("background", "#eee"), ("radius", "Large"), ("width", "Wide"), ("font", "Slab"), ("submitLabel", "Go")]);

        Assert.Equal("Saved in the draft. Publish it to show it to visitors.", saved.News);
        Assert.Equal(("#0b6b3a", "#eeeeee", "Wide", "Go"),
            (saved.ValueOf("accent"), saved.ValueOf("background"), saved.ValueOf("width"), saved.ValueOf("submitLabel")));
        var draft = await app.DraftOf("contact");
        Assert.Equal(new Theme
        {
            Accent = "#0b6b3a",
            Background = "#eeeeee",
            Radius = Radius.Large,
            Width = FormWidth.Wide,
            Font = Font.Slab,
        }, draft.Theme);
        Assert.Equal("Go", draft.SubmitLabel);
        Assert.DoesNotContain("look-", (await app.Opens("/f/contact")).Source);
        await app.PublishesDraft("contact");
        Assert.Contains("/f/contact/look-", (await app.Opens("/f/contact")).Source);
        Assert.Equal(("form", "contact", "look"), await app.Query(db => db.AuditEntries
            .Where(entry => entry.Act == AuditAction.ChangedForm)
            .Select(entry => new ValueTuple<string, string, string>(entry.Kind, entry.SubjectId, entry.Text)).SingleAsync()));
    }

    [Fact]
    public async Task A_color_that_cannot_be_read_is_kept_in_the_draft_and_another_is_offered()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var saved = await browser.Saves("contact", inputs: ("accent", "#ffd400"));

        var offer = saved.Html.QuerySelector("[data-color=accent] [name=use]")!;
        Assert.Matches(@"^Contrast 1\.\d:1\. Too low: at least 4\.5:1 is required to publish\.$",
            saved.Html.QuerySelector("#accent-contrast")!.TextContent);
        Assert.False(offer.HasAttribute("hidden"));
        Assert.Equal("theme.accent", Assert.Single(FormDefinitionRules.ProblemsOf(await app.DraftOf("contact"))).Place);

        var taken = await browser.Saves("contact", inputs: ("use", offer.GetAttribute("value")!));

        Assert.Equal(offer.GetAttribute("value"), "accent=" + taken.ValueOf("accent"));
        Assert.EndsWith("Easy to read.", taken.Html.QuerySelector("#accent-contrast")!.TextContent);
        Assert.True(taken.Html.QuerySelector("[data-color=accent] [name=use]")!.HasAttribute("hidden"));
        Assert.Empty(FormDefinitionRules.ProblemsOf(await app.DraftOf("contact")));
    }

    [Theory]
    [InlineData("accent", "blue", "Enter a color like #2952cc")]
    [InlineData("background", "#12345", "Enter a color like #2952cc")]
    [InlineData("text", "url(javascript:alert(1))", "Enter a color like #2952cc")]
    [InlineData("submitLabel", "", "Enter a button text")]
    public async Task What_is_wrong_stands_beside_its_input(string name, string typed, string sentence)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.SendsLook("contact", inputs: [(name, typed), ("radius", "None")]);

        Assert.Equal(422, page.Status);
        Assert.EndsWith(sentence, page.ErrorOf(name));
        Assert.Equal((typed, "None"), (page.ValueOf(name), page.ValueOf("radius")));
        Assert.Equal(0, await app.Query(db => db.DraftStates.CountAsync()));
    }

    [Fact]
    public async Task What_the_logo_says_is_read_to_whoever_cannot_see_it()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        using var logo = new SKBitmap(20, 20);

        var refused = await browser.SendsLook("contact", inputs: ("logoAlt", new string('x', 201)));
        var saved = await browser.Saves("contact", logo.Encode(SKEncodedImageFormat.Png, 90).ToArray(), inputs: ("logoAlt", "Sun & Sons"));
        var preview = await browser.Gets("/admin/forms/contact/preview/page");
        await app.PublishesDraft("contact");

        Assert.Equal((422, "Error: Enter up to 200 characters"), (refused.Status, refused.ErrorOf("logoAlt")));
        Assert.Equal("Sun & Sons", saved.ValueOf("logoAlt"));
        foreach (var page in (Page[])[preview, await app.Opens("/f/contact"), await app.IsThanked("/f/contact", Visits.Email)])
            Assert.Equal("Sun & Sons", page.Html.QuerySelector(".logo img")!.GetAttribute("alt"));
        await browser.Saves("contact", inputs: ("logoAlt", ""));
        Assert.Null((await app.DraftOf("contact")).Theme!.LogoAlt);
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_not_overwritten()
    {
        await using var app = await TestApp.Start();
        using var ann = await AdminBrowser.SignedIn(app, Role.Admin, "ann@example.com");
        using var bob = await AdminBrowser.SignedIn(app, Role.Admin, "bob@example.com");
        var seen = (await ann.Gets(Here)).ValueOf("seen")!;
        await bob.Saves("contact", inputs: ("accent", "#0b6b3a"));

        var page = await ann.SendsLook("contact", inputs: [("seen", seen), ("accent", "#7a1fa2")]);

        Assert.Equal(409, page.Status);
        Assert.Contains("meanwhile. Check and save again.", page.Html.QuerySelector(".notice")!.TextContent);
        Assert.Equal("#7a1fa2", page.ValueOf("accent"));
        Assert.Equal("#0b6b3a", (await app.DraftOf("contact")).Theme!.Accent);
        Assert.NotEqual(seen, page.ValueOf("seen"));
        await ann.Saves("contact", inputs: [("seen", page.ValueOf("seen")!), ("accent", "#7a1fa2")]);
        Assert.Equal("#7a1fa2", (await app.DraftOf("contact")).Theme!.Accent);
    }

    [Fact]
    public async Task A_look_becomes_that_of_all_forms_and_goes_again()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Saves("contact", inputs: ("accent", "#0b6b3a"));

        var made = await browser.Does(Here + "/default");
        var shown = await app.Opens("/f/landing-page");
        var other = await browser.Gets("/admin/forms/landing-page/look");

        Assert.Equal("Default look saved. Forms without a look of their own show it within 10 seconds.", made.News);
        Assert.Contains("/f/landing-page/look-", shown.Source);
        Assert.Equal("#0b6b3a", other.ValueOf("accent"));
        Assert.Contains("This form has the default look.", other.Main.TextContent);
        // Saved as it is, it still has none of its own.
        Assert.Equal("Nothing changed.", (await browser.Saves("landing-page")).News);
        var back = await browser.Does(Here + "/reset", ("seen", made.ValueOf("seen")!));
        Assert.Equal("The draft has the default look. Publish it to show it to visitors.", back.News);
        Assert.Null((await app.DraftOf("contact")).Theme);

        var removed = await browser.Does(Here + "/default/remove");

        Assert.Equal("Default look removed.", removed.News);
        Assert.DoesNotContain("look-", (await app.Opens("/f/landing-page")).Source);
        Assert.Equal(2, await app.Query(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAction.ChangedDefaultLook)));
    }

    [Fact]
    public async Task A_look_that_cannot_be_read_becomes_nobody_s_default()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Saves("contact", inputs: ("accent", "#ffd400"));

        var page = await browser.Posts(Here + "/default");

        Assert.Equal(422, page.Status);
        Assert.Contains("instead", page.ErrorOf("accent"));
        Assert.DoesNotContain("look-", (await app.Opens("/f/landing-page")).Source);
    }

    [Fact]
    public async Task A_viewer_sees_it_and_changes_nothing()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        var page = await browser.Gets(Here);

        Assert.Equal(200, page.Status);
        Assert.True(page.Html.QuerySelector("#look fieldset")!.HasAttribute("disabled"));
        Assert.DoesNotContain("Save look", page.Source);
        Assert.Equal(403, (await browser.Posts(Here, ("accent", "#0b6b3a"))).Status);
    }

    [Fact]
    public async Task The_samples_have_the_colors_of_the_draft_and_of_what_is_typed()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Saves("contact", inputs: ("accent", "#0b6b3a"));

        var samples = await browser.Gets(Here + "/samples.css");
        var typed = await browser.Gets(Here + "/tokens?accent=%237a1fa2&radius=None&width=Wide&font=Serif");
        var draft = await browser.Gets(Here + "/draft.css");

        Assert.Equal((200, "text/css"), (samples.Status, samples.Type));
        Assert.Contains(".look-light{", samples.Source);
        Assert.Contains("--accent:#0b6b3a;", samples.Source);
        Assert.Contains(":root{--radius:0.75rem", draft.Source);
        Assert.Contains("\"--accent\":\"#7a1fa2\"", typed.Source);
        Assert.Contains("\"--column\":\"48rem\"", typed.Source);
    }

    [Fact]
    public async Task A_form_that_is_not_there_has_no_look()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        foreach (var end in (string[])["", "/tokens", "/samples.css", "/draft.css"])
            Assert.Equal(404, (await browser.Gets("/admin/forms/nothing/look" + end)).Status);
        foreach (var end in (string[])["", "/reset", "/default", "/default/remove"])
            Assert.Equal(404, (await browser.Posts("/admin/forms/nothing/look" + end, ("submitLabel", "Send"))).Status);
    }
}
