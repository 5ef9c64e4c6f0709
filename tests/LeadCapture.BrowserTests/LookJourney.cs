using LeadCapture.BrowserTests.Support;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// A form gets colors of its own, and visitors see it in them.
public class LookJourney(Chromium chromium) : Journey(chromium)
{
    private const string Here = "/admin/forms/landing-page/look";

    [Fact]
    public async Task A_form_takes_the_color_that_is_offered_and_visitors_see_it()
    {
        var page = await Admin();
        var sheet = await page.Opens(Here);
        await page.Looks("look");

        await sheet.Field("Background").FillAsync("#f3f7ee");
        await sheet.Field("Accent").FillAsync("#ffd400");
        await Expect(sheet.Locator("#accent-contrast")).ToContainTextAsync("Too low");
        await Expect(sheet.Locator(".look-light .btn-accent")).ToHaveCSSAsync("background-color", "rgb(255, 212, 0)");
        await sheet.Press("Save look");
        await sheet.Says("Saved in the draft. Publish it to show it to visitors.");
        Assert.Single(FormDefinitionRules.ProblemsOf(await App.DraftOf("landing-page")));
        await sheet.Locator("[data-color=accent] [name=use]").ClickAsync();
        await Expect(sheet.Locator("#accent-contrast")).ToContainTextAsync("Easy to read");
        await sheet.GetByLabel("Square").CheckAsync();
        await sheet.Field("Button text").FillAsync("Join us");
        await Expect(sheet.Locator(".look-dark [data-submit-label]")).ToHaveTextAsync("Join us");
        await sheet.Field("Logo").SetInputFilesAsync(Picture("logo.png", 320, 80));
        await sheet.Field("Cover picture").SetInputFilesAsync(Picture("cover.png", 1200, 300));
        await sheet.Press("Save look");
        await Expect(sheet.Locator(".picture-now")).ToHaveCountAsync(2);
        await page.Looks("look-own");
        await App.PublishesDraft("landing-page");

        var accent = Rgb((await App.DraftOf("landing-page")).Theme!.Accent!);
        var visitor = await Visitor();
        foreach (var shape in (string[])["", "/embed", "/booth"])
        {
            var form = await visitor.Opens("/f/landing-page" + shape);
            await form.Starts();
            var send = form.Locator("button.btn-accent[data-send]");
            await Expect(send).ToHaveTextAsync("Join us");
            await Expect(send).ToHaveCSSAsync("background-color", accent);
            await Expect(send).ToHaveCSSAsync("border-radius", "0px");
            await Expect(form).ToHaveCSSAsync("background-color", shape == "/embed" ? "rgba(0, 0, 0, 0)" : "rgb(243, 247, 238)");
            await Expect(form.Locator("img.cover")).ToBeVisibleAsync();
            await visitor.Looks("look-form" + shape.Replace('/', '-'));
        }

        await visitor.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await visitor.Opens("/f/landing-page");
        await Expect(dark.Locator("button.btn-accent[data-send]")).ToHaveCSSAsync("background-color", accent);
        Assert.InRange(await Lightness(dark), 0, 60);
        var framed = await visitor.Opens("/f/landing-page/embed");
        Assert.InRange(await Lightness(framed.Locator("main")), 200, 255);
    }

    [Fact]
    public async Task It_all_works_without_script()
    {
        var page = await Admin(script: false);
        var sheet = await page.Opens(Here);

        await sheet.Field("Accent").FillAsync("#ffd400");
        await sheet.Press("Save look");
        await sheet.Locator("[data-color=accent] [name=use]").ClickAsync();

        await Expect(sheet.Locator("#accent-contrast")).ToContainTextAsync("Easy to read");
        await Expect(sheet.Locator(".color-picker").First).ToBeHiddenAsync();
        await Expect(sheet.Locator(".look-light .btn-accent"))
            .ToHaveCSSAsync("background-color", Rgb((await App.DraftOf("landing-page")).Theme!.Accent!));
    }

    [Fact]
    public async Task A_dark_form_is_accessible_on_a_light_screen_too()
    {
        await App.Publishes("contact", form => form with { Theme = new() { Accent = "#ffb000", Background = "#14213d", Width = FormWidth.Wide } });
        var page = await Visitor();

        var form = await page.Opens("/f/contact");
        await page.Looks("look-dark");
        await form.Sends();
        await form.IsRefused();
        await page.Looks("look-dark-refused");
    }

    private async Task<IPage> Admin(bool script = true)
    {
        var user = await App.Adds(Role.Admin);
        var page = await Visitor(script);
        await page.SignsIn(user.Email!);
        return page;
    }

    private static FilePayload Picture(string name, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.OliveDrab);
        return new() { Name = name, MimeType = "image/png", Buffer = bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray() };
    }

    private static string Rgb(string color) =>
        $"rgb({string.Join(", ", Enumerable.Range(0, 3).Select(place => Convert.ToInt32(color.Substring(1 + 2 * place, 2), 16)))})";

    /// Of the ground: the mean of its channels.
    private static Task<double> Lightness(ILocator element) => element.EvaluateAsync<double>(
        "element => getComputedStyle(element).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3");
}
