using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Looks;

/// A look as visitors get it.
public class ShownLookTests
{
    private static readonly Theme Own = new()
    {
        Accent = "#7a1fa2",
        Background = "#fff8e1",
        Radius = Radius.None,
        Width = FormWidth.Narrow,
        Font = Font.Serif,
    };

    [Fact]
    public async Task A_form_without_a_look_links_no_other_style_sheet()
    {
        await using var app = await TestApp.Start();

        Assert.Single(Sheets(await app.Opens("/f/contact")));
        Assert.Equal(404, (await app.Opens("/f/contact/look-0123456789abcdef.css")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/embed")]
    [InlineData("/booth")]
    public async Task A_look_is_a_style_sheet_of_its_own_on_every_page_of_the_form(string shape)
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form with { Theme = Own });

        var page = await app.Opens("/f/contact" + shape);
        var refused = await app.Sends("/f/contact" + shape, ("email", "nobody@"));
        var thanked = await app.IsThanked("/f/contact" + shape, Visits.Email);

        Assert.Equal((200, 422, 200), (page.Status, refused.Status, thanked.Status));
        var sheet = Assert.Single(Sheets(page), path => path.StartsWith("/f/contact/look-", StringComparison.Ordinal));
        Assert.Equal(Sheets(page), Sheets(refused));
        // It comes last: what it says goes before the plain style.
        Assert.Equal((sheet, sheet), (Sheets(page)[^1], Sheets(thanked)[^1]));
        foreach (var one in (Page[])[page, refused, thanked])
            Assert.Empty(one.Html.QuerySelectorAll("style, [style]"));
        var style = await app.Opens(sheet);
        Assert.Equal((200, "text/css"), (style.Status, style.Type));
        Assert.Equal("public, max-age=31536000, immutable", style.Headers.CacheControl!.ToString());
        Assert.Contains("--accent:#7a1fa2;", style.Source);
        Assert.Contains("--ground:#fff8e1;", style.Source);
        Assert.Contains("--radius:0rem;", style.Source);
        Assert.Contains("--column:28rem;", style.Source);
        Assert.Contains("serif", style.Source);
        Assert.Contains("@media (prefers-color-scheme:dark){:root:not(.embed){", style.Source);
    }

    [Fact]
    public async Task Other_forms_keep_theirs()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form with { Theme = Own });

        Assert.Single(Sheets(await app.Opens("/f/landing-page")));
    }

    [Fact]
    public async Task An_older_page_gets_the_look_of_today_and_keeps_it_not()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form with { Theme = Own });
        var before = Sheets(await app.Opens("/f/contact"))[^1];
        await app.Publishes("contact", form => form with { Theme = Own with { Accent = "#0b6b3a" } });

        var style = await app.Opens(before);

        Assert.NotEqual(before, Sheets(await app.Opens("/f/contact"))[^1]);
        Assert.Contains("--accent:#0b6b3a;", style.Source);
        Assert.True(style.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_look_of_the_installation_is_that_of_all_forms_without_one()
    {
        await using var app = await TestApp.StartAtRest();
        await app.Publishes("contact", form => form with { Theme = Own });
        var own = Sheets(await app.Opens("/f/contact"));

        await app.Query(async db =>
        {
            (await db.DefaultLooks.SingleAsync()).Theme = FormJson.WriteTheme(new() { Accent = "#0b6b3a" });
            return await db.SaveChangesAsync();
        });
        app.Clock!.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(own, Sheets(await app.Opens("/f/contact")));
        var shown = await app.Opens(Sheets(await app.Opens("/f/landing-page"))[^1]);
        Assert.Contains("--accent:#0b6b3a;", shown.Source);
    }

    [Fact]
    public async Task A_picture_that_is_not_stored_is_passed_over_until_it_is()
    {
        await using var app = await TestApp.StartAtRest();
        var hash = new string('a', 64);
        await app.Publishes("contact", form => form with { Theme = Own with { Logo = hash, Cover = new string('b', 64) } });

        var before = await app.Opens("/f/contact");
        await app.Query(async db =>
        {
            db.Pictures.Add(new()
            {
                Hash = hash,
                ContentType = "image/png",
                Width = 320,
                Height = 80,
                CreatedAt = DateTime.UnixEpoch,
                Bytes = [1, 2, 3],
            });
            return await db.SaveChangesAsync();
        });
        app.Clock!.Advance(TimeSpan.FromSeconds(10));
        var after = await app.Opens("/f/contact");

        Assert.Empty(before.Html.QuerySelectorAll("img"));
        var image = Assert.Single(after.Html.QuerySelectorAll("img"));
        Assert.Equal(($"/pictures/{hash}.png", "", "320", "80"), (image.GetAttribute("src"), image.GetAttribute("alt"),
            image.GetAttribute("width"), image.GetAttribute("height")));
        // The form's own sign stands in the place of ours.
        Assert.Empty(after.Html.QuerySelectorAll(".brand"));
        Assert.NotEmpty(before.Html.QuerySelectorAll(".brand"));
    }

    [Theory]
    [InlineData("/f/landing-page")]
    [InlineData("/f/landing-page/embed")]
    [InlineData("/f/event-booth/booth")]
    public async Task A_form_with_a_look_stays_light(string path)
    {
        const int most = 25_000;
        await using var app = await TestApp.Start();
        foreach (var slug in (string[])["landing-page", "event-booth"])
            await app.Publishes(slug, form => form with { Theme = Own });

        Assert.InRange(await app.WeightOf(path), most / 5, most);
    }

    [Fact]
    public async Task Under_a_path_the_style_sheet_is_found_there()
    {
        await using var app = await TestApp.Start("PublicUrl=http://localhost/fair");
        await app.Publishes("contact", form => form with { Theme = Own });

        var sheet = Sheets(await app.Opens("/fair/f/contact"))[^1];

        Assert.StartsWith("/fair/f/contact/look-", sheet);
        Assert.Equal(200, (await app.Opens(sheet)).Status);
    }

    [Fact]
    public async Task A_form_comes_back_from_a_file_with_its_look()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form with { Theme = Own with { Logo = new string('c', 64) } });

        var (_, file) = await app.Runs("forms", "export", "contact");
        var path = Path.Combine(app.Folder, "form.json");
        await File.WriteAllTextAsync(path, file, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await app.Runs("forms", "import", path, "--publish")).ExitCode);
        Assert.Equal(file, (await app.Runs("forms", "export", "contact")).Text);
    }

    private static List<string> Sheets(Page page) =>
        [.. page.Html.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!)];
}
