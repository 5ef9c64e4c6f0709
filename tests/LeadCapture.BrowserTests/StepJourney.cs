using LeadCapture.BrowserTests.Support;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// A form in steps, with fields that depend on earlier answers.
public class StepJourney(Chromium chromium) : Journey(chromium)
{
    private static readonly Condition IfHot = new() { All = [new() { Field = "interest", Is = "hot" }] };

    private static readonly FormStep You = new()
    {
        Title = "You",
        Sections =
        [
            new()
            {
                Fields =
                [
                    ContactFields.Get("firstName"), ContactFields.Get("email") with { Required = true },
                    new() { Key = "interest", Kind = FieldKinds.Radio, Label = "Interest", Options = [new("hot", "Now"), new("cold", "Later")] },
                    new() { Key = "when", Kind = FieldKinds.Text, Label = "Until when?", Required = true, ShowWhen = IfHot },
                ],
            },
        ],
    };

    private static readonly FormStep Money = new()
    {
        Title = "Money",
        ShowWhen = IfHot,
        Sections = [new() { Heading = "Budget", Fields = [new() { Key = "budget", Kind = FieldKinds.Number, Label = "Budget in euros" }] }],
    };

    private static readonly FormStep Rest = new()
    {
        Title = "Anything else?",
        Sections = [new() { Fields = [ContactFields.Get("notes"), new() { Key = "size", Kind = FieldKinds.Number, Label = "Number of people" }] }],
    };

    [Theory]
    [InlineData("/f/landing-page")]
    [InlineData("/f/landing-page/booth")]
    public async Task A_visitor_goes_step_by_step_and_back_and_nothing_is_lost(string path)
    {
        await Publishes(You, Money, Rest);
        var page = await Visitor();
        var form = await page.Opens(path);

        await IsAt(form, "You", "Step 1 of 2");
        await Expect(form.Button("Back")).ToBeHiddenAsync();
        await Expect(form.Send()).ToBeHiddenAsync();
        await Expect(form.Field("Until when?")).ToBeHiddenAsync();
        await Expect(form.Locator("[data-only-if]")).ToHaveCountAsync(0);
        await form.Types("Email address", "ann@example.com");
        await form.Field("Now").CheckAsync();
        await Expect(form.Locator("[data-progress] p")).ToHaveTextAsync("Step 1 of 3");
        await form.Types("Until when?", "May");
        // Enter goes on, and sends nothing.
        await form.Field("Until when?").PressAsync("Enter");

        await IsAt(form, "Money", "Step 2 of 3");
        await Expect(form.GetByRole(AriaRole.Heading, new() { Name = "Money" })).ToBeFocusedAsync();
        await Expect(form.Locator("#news")).ToHaveTextAsync("Step 2 of 3");
        await form.Types("Budget in euros", "1000");
        await form.Button("Continue").ClickAsync();
        await IsAt(form, "Anything else?", "Step 3 of 3");
        await Expect(form.Button("Continue")).ToBeHiddenAsync();
        await form.Types("Notes", "Hello");

        await page.GoBackAsync();
        await IsAt(form, "Money", "Step 2 of 3");
        await Expect(form.Field("Budget in euros")).ToHaveValueAsync("1000");
        await form.Button("Back").ClickAsync();
        await IsAt(form, "You", "Step 1 of 3");
        await page.GoForwardAsync();
        await IsAt(form, "Money", "Step 2 of 3");
        await form.Button("Back").ClickAsync();

        await form.Field("Later").CheckAsync();
        await Expect(form.Field("Until when?")).ToBeHiddenAsync();
        await form.Button("Continue").ClickAsync();
        await IsAt(form, "Anything else?", "Step 2 of 2");
        await Expect(form.Field("Notes")).ToHaveValueAsync("Hello");
        await form.Sends();

        await form.IsConfirmed();
        await Expect(form.Fact("Budget in euros")).ToHaveCountAsync(0);
        Assert.Equal(("cold", null), (App.SentCustom("interest"), App.SentCustom("budget")));
        Assert.Contains("1000", (await App.Query(db => db.Leads.SingleAsync())).AnswersJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_step_with_something_wrong_opens()
    {
        await Publishes(You, Rest);
        var page = await Visitor();
        var form = await page.Opens("/f/landing-page");
        await form.Button("Continue").ClickAsync();
        await form.Types("Number of people", "many");
        await form.Sends();

        await form.IsRefused();
        await IsAt(form, "You", "Step 1 of 2");
        await Expect(form.Locator("#error-summary")).ToBeFocusedAsync();
        await form.Locator("#error-summary a").Nth(1).ClickAsync();
        await IsAt(form, "Anything else?", "Step 2 of 2");
        await Expect(form.Field("Number of people")).ToBeFocusedAsync();
        await form.Field("Number of people").FillAsync("5");
        await form.Button("Back").ClickAsync();
        await IsAt(form, "You", "Step 1 of 2");
        await form.Types("Email address", "ann@example.com");
        await form.Button("Continue").ClickAsync();
        await form.Field("Number of people").PressAsync("Enter");

        await form.IsConfirmed();
        Assert.Equal(1, App.ReplyIo.State.CreatesOf("ann@example.com"));
    }

    [Fact]
    public async Task Without_script_it_is_one_long_page_that_says_when_what_is_asked()
    {
        await Publishes(You, Money, Rest);
        var page = await Visitor(script: false);
        var form = await page.Opens("/f/landing-page");

        foreach (var title in (string[])["You", "Money", "Anything else?"])
            await Expect(form.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Expect(form.GetByText("Only if “Interest” is “Now”")).ToHaveCountAsync(2);
        await Expect(form.Locator("[data-progress]")).ToBeHiddenAsync();
        await Expect(form.Button("Continue")).ToBeHiddenAsync();
        await page.DoesNotScrollSideways();
        await form.Types("Email address", "ann@example.com");
        await form.Field("Later").CheckAsync();
        await form.Types("Budget in euros", "1000");
        await form.Sends();

        await form.IsConfirmed();
        await Expect(form.Fact("Budget in euros")).ToHaveCountAsync(0);
        Assert.Equal(("cold", null), (App.SentCustom("interest"), App.SentCustom("budget")));
    }

    [Fact]
    public async Task A_frame_is_as_high_as_the_step_that_it_shows()
    {
        await Publishes(You, Money, Rest);
        await using var site = await HostSite.Start($"<script src=\"{App.Address}embed.js\" data-form=\"landing-page\"></script>");
        var page = await Visitor();
        await page.GotoAsync(site.Address);
        var form = page.Sheet(frame: 0);

        await IsAt(form, "You", "Step 1 of 2");
        await FrameFits(page);
        await form.Field("Now").CheckAsync();
        await FrameFits(page);
        await form.Types("Until when?", "May");
        await form.Types("Email address", "ann@example.com");
        await form.Button("Continue").ClickAsync();
        await IsAt(form, "Money", "Step 2 of 3");
        await FrameFits(page);
        // Only the frame goes back, which is no navigation of the page.
        await page.EvaluateAsync("history.back()");
        await IsAt(form, "You", "Step 1 of 3");
        await form.Button("Continue").ClickAsync();
        await IsAt(form, "Money", "Step 2 of 3");
        await form.Button("Continue").ClickAsync();
        await form.Sends();
        await form.IsConfirmed();
    }

    [Fact]
    public async Task A_booth_that_nobody_touches_begins_again_at_its_first_step()
    {
        await Publishes(You, Rest);
        var page = await Visitor(width: 820, height: 1180);
        await page.Clock.InstallAsync();
        var booth = await page.Opens("/f/landing-page/booth");
        await booth.Types("Email address", "ann@example.com");
        await booth.Button("Continue").First.ClickAsync();
        await IsAt(booth, "Anything else?", "Step 2 of 2");

        await page.Clock.RunForAsync("01:01");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Clock.RunForAsync("00:21");

        await IsAt(booth, "You", "Step 1 of 2");
        await Expect(booth.Field("Email address")).ToHaveValueAsync("");
        await page.GoBackAsync();
        await IsAt(booth, "You", "Step 1 of 2");
        Assert.DoesNotContain("ann@", await page.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_come_back_with_the_step_after_the_browser_s_back()
    {
        await Publishes(You, Rest);
        var page = await Visitor();
        var form = await page.Opens("/f/landing-page");
        await form.Types("Email address", "ann@example.com");
        await form.Field("Now").CheckAsync();
        await form.Types("Until when?", "May");
        await form.Button("Continue").ClickAsync();
        await form.Sends();
        await form.IsConfirmed();

        await page.GoBackAsync();
        await IsAt(form, "Anything else?", "Step 2 of 2");
        await form.Button("Back").ClickAsync();
        await IsAt(form, "You", "Step 1 of 2");
        await Expect(form.Field("Until when?")).ToHaveValueAsync("May");
    }

    [Theory]
    [InlineData("/f/landing-page")]
    [InlineData("/f/landing-page/embed")]
    [InlineData("/f/landing-page/booth")]
    public async Task Every_kind_is_filled_in_in_the_second_step(string path)
    {
        Option[] options = [new("hot", "Right now"), new("warm", "In spring")];
        var fields = FieldKinds.All.Select(kind => new Field
        {
            Key = kind.Name,
            Kind = kind,
            Label = "The " + kind.Name,
            Default = kind.IsSeen ? "" : "unseen",
            Options = kind.Name is "select" or "radio" or "checkboxes" ? options : [],
            ShowWhen = kind.IsSeen ? new() { All = [new() { Field = "email", Contains = "example" }] } : null,
        });
        await Publishes(
            new() { Title = "You", Sections = [new() { Fields = [ContactFields.Get("email")] }] },
            new() { Title = "All", Sections = [new() { Fields = [.. fields] }] });
        var page = await Visitor();
        var form = await page.Opens(path);

        await form.Types("Email address", "ann@example.com");
        await form.Button("Continue").First.ClickAsync();
        await form.Types("The text", "some text");
        await form.Types("The email", "zoe@example.org");
        await form.Types("The phone", "+49 30 123456");
        await form.Types("The url", "example.org/a");
        await form.Types("The longText", "one");
        await form.Types("The number", "1000.50");
        await form.Field("The date").FillAsync("2026-03-31");
        await form.Field("The select").SelectOptionAsync("hot");
        await Group(form, "The radio").GetByLabel("In spring").CheckAsync();
        await Group(form, "The checkboxes").GetByLabel("Right now").CheckAsync();
        await Group(form, "The checkboxes").GetByLabel("In spring").CheckAsync();
        await Group(form, "The rating").GetByLabel("4").CheckAsync();
        await Group(form, "The yesNo").GetByLabel("Yes").CheckAsync();
        await form.Field("The consent").CheckAsync();
        await form.Types("The country", "Germany");
        await form.Types("The timeZone", "Europe/Berlin");
        await form.Sends();

        await form.IsConfirmed();
        Assert.Equal(
            [
                "some text", "zoe@example.org", "+49 30 123456", "https://example.org/a", "one", "1000.50", "2026-03-31", "hot", "warm",
                "hot, warm", "4", "yes", "yes", "unseen", "Germany", "Europe/Berlin",
            ], FieldKinds.All.Select(kind => App.SentCustom(kind.Name)));
    }

    [Fact]
    public async Task Every_step_looks_good()
    {
        await Publishes(You, Money, Rest);
        var page = await Visitor();
        var form = await page.Opens("/f/landing-page");
        await form.Field("Now").CheckAsync();
        await page.Looks("step-1");
        await form.Button("Continue").ClickAsync();
        await page.Looks("step-2");
        await form.Button("Continue").ClickAsync();
        await form.Sends();
        await form.IsRefused();
        await page.Looks("step-errors");
    }

    private Task Publishes(params FormStep[] steps) => App.Publishes("landing-page", form => form with { Steps = steps });

    private static async Task IsAt(ILocator form, string title, string progress)
    {
        await Expect(form.Locator("[data-progress] p")).ToHaveTextAsync(progress);
        await Expect(form.Locator(".step-title:visible")).ToHaveTextAsync(title);
    }

    private static ILocator Group(ILocator form, string label) => form.Locator("fieldset.field").Filter(new() { HasText = label });

    private static Task FrameFits(IPage page) => TestApp.Eventually(async () =>
    {
        var frame = await page.Locator("iframe").BoundingBoxAsync();
        var content = await page.Sheet(frame: 0).EvaluateAsync<float>("body => Math.ceil(body.getBoundingClientRect().height)");
        return frame!.Height == content;
    }, "a frame as high as its form");
}
