using LeadCapture.BrowserTests.Support;
using LeadCapture.Tests.Support;

namespace LeadCapture.BrowserTests;

/// A page of another site with a form of its own, and a script that sends it.
public class ScriptJourney(Chromium chromium) : Journey(chromium)
{
    private const string Form =
        """
        <form id="own"><input name="email" value="bob@example.com"><input name="firstName" value="Bob"></form>
        <script>
          async function send(address, body, headers = {}) {
            try {
              const answer = await fetch(address, { method: "POST", body, headers });
              const place = answer.headers.get("Location");
              const said = await answer.json();
              const lead = place ? await (await fetch(new URL(place, address))).json() : null;
              return `${answer.status} ${answer.headers.get("Content-Type").split(";")[0]} ${said.errors?.email?.[0] ?? lead?.delivery}`;
            } catch (fault) {
              return fault.name;
            }
          }
        </script>
        """;

    private string Leads => App.Address + "api/forms/landing-page/leads";

    [Fact]
    public async Task A_page_of_the_form_s_site_sends_with_fetch_and_reads_every_answer()
    {
        await using var site = await HostSite.Start(Form);
        await App.Publishes("landing-page", form => form with { Sites = [site.Address] });
        var page = await Visitor();
        await page.GotoAsync(site.Address);

        Assert.Equal("201 application/json delivered", await page.EvaluateAsync<string>(
            """
            (address) => send(address, JSON.stringify({ email: "ann@example.com" }),
                { "Content-Type": "application/json", "Idempotency-Key": "k-1" })
            """, Leads));
        Assert.Equal("201 application/json delivered", await page.EvaluateAsync<string>(
            "(address) => send(address, new FormData(document.getElementById('own')))", Leads));
        Assert.Equal("422 application/problem+json Enter an email address like name@example.com", await page.EvaluateAsync<string>(
            """(address) => send(address, JSON.stringify({ email: "ann@" }), { "Content-Type": "application/json" })""", Leads));

        Assert.True(App.ReplyIo.State.HasEachOnce(["ann@example.com", "bob@example.com"]));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_page_of_another_site_is_held_back_by_the_browser()
    {
        Expected.Add("CORS policy");
        Expected.Add("net::ERR_FAILED");
        await using var site = await HostSite.Start(Form);
        await App.Publishes("landing-page", form => form with { Sites = ["https://www.example.com"] });
        var page = await Visitor();
        await page.GotoAsync(site.Address);

        Assert.Equal("TypeError", await page.EvaluateAsync<string>(
            """(address) => send(address, JSON.stringify({ email: "ann@example.com" }), { "Content-Type": "application/json" })""", Leads));

        Assert.Equal(0, App.ReplyIo.State.Created);
    }
}
