using LeadCapture.BrowserTests.Support;
using LeadCapture.Sandbox;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

public class DeliveryJourney(Chromium chromium) : Journey(chromium)
{
    protected override string InlineWait => "00:00:00.050";

    [Fact]
    public async Task A_slow_Reply_io_is_on_its_way_until_the_page_turns_by_itself()
    {
        App.ReplyIo.State.Play(Scene.Slow, delay: TimeSpan.FromHours(1));
        var page = await Visitor();
        var form = await page.Opens("/f/contact");
        await form.Types("Email address", "ann@example.com");
        await form.Sends();

        await Expect(form.GetByText("Everything you sent is safe with us and on its way to our team.")).ToBeVisibleAsync();
        await form.EvaluateAsync(
            """
            () => {
              window.said = [];
              const news = document.getElementById("news");
              new MutationObserver(() => said.push(news.textContent)).observe(news, { childList: true });
            }
            """);
        App.ReplyIo.State.Play(Scene.Normal);

        await form.IsConfirmed();
        await Expect(form.Contact().Fact("Email")).ToHaveTextAsync("ann@example.com");
        await Expect(form.GetByText("on its way to our team")).ToHaveCountAsync(0);
        await Expect(form.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToContainTextAsync("Your details have arrived.");
        Assert.Single(await page.EvaluateAsync<string[]>("said"));
    }

    [Fact]
    public async Task A_page_around_hears_of_a_delivery_that_comes_later()
    {
        App.ReplyIo.State.Play(Scene.Slow, delay: TimeSpan.FromHours(1));
        await using var site = await HostSite.Start($"<script src=\"{App.Address}embed.js\" data-form=\"landing-page\" data-datalayer></script>");
        var page = await Visitor();
        await page.GotoAsync(site.Address);
        var form = page.Sheet(frame: 0);
        await form.Types("Work email", "ann@example.com");
        await form.Sends();
        await Expect(form.GetByText("on its way to our team")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => dataLayer.at(-1)?.event === 'leadcapture:submit'");

        App.ReplyIo.State.Play(Scene.Normal);

        await form.IsConfirmed();
        await page.WaitForFunctionAsync("() => dataLayer.at(-1).event === 'leadcapture:delivered'");
    }

    [Fact]
    public async Task Without_script_a_slow_answer_is_there_when_the_visitor_asks_again()
    {
        App.ReplyIo.State.Play(Scene.Slow, delay: TimeSpan.FromHours(1));
        var page = await Visitor(script: false);
        var form = await page.Opens("/f/contact");
        await form.Types("Email address", "ann@example.com");
        await form.Sends();
        await Expect(form.GetByText("on its way to our team")).ToBeVisibleAsync();

        App.ReplyIo.State.Play(Scene.Normal);
        await App.IsDelivered("ann@example.com");
        await form.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Check again" }).ClickAsync();

        await form.IsConfirmed();
        await Expect(form.Contact().Fact("Email")).ToHaveTextAsync("ann@example.com");
    }

    [Theory]
    [InlineData("/f/contact", "Email address")]
    [InlineData("/f/event-booth/booth", "Work email")]
    public async Task A_refused_lead_reads_like_a_received_one(string path, string email)
    {
        App.ReplyIo.State.Play(Scene.Refuse);
        var page = await Visitor();
        var form = await page.Opens(path);
        await form.Types(email, "ann@example.com");
        await form.Sends();

        await form.IsConfirmed("needs-attention");
        await Expect(form.GetByText("Our team will take it from here").First).ToBeVisibleAsync();
        await Expect(form.MainPart()).Not.ToContainTextAsync("error", new() { IgnoreCase = true });
        await Expect(form.MainPart()).Not.ToContainTextAsync("refused", new() { IgnoreCase = true });
    }
}
