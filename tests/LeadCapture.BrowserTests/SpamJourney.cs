using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// Visitors notice nothing of what tells them from programs, and whoever decides about the rest reads why.
public class SpamJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task The_puzzle_is_solved_while_somebody_types_and_nobody_meets_the_trap()
    {
        await App.Publishes("contact", form => form with { Spam = new() { ProofOfWork = ProofMode.Always } });
        var page = await Visitor();
        var form = await page.Opens("/f/contact");

        await Expect(form.GetByRole(AriaRole.Textbox, new() { Name = "Leave this empty" })).ToHaveCountAsync(0);
        await form.Types("Email address", "ann@example.com");
        var met = await page.EvaluateAsync<bool>(
            "() => { const trap = document.querySelector('[name=topicLine]'); trap.focus(); return document.activeElement === trap; }");
        await form.Sends();
        await form.IsConfirmed();

        Assert.False(met);
        await App.IsDelivered("ann@example.com");
    }

    [Fact]
    public async Task Without_script_and_puzzle_a_visitor_is_thanked_and_waits()
    {
        await App.Publishes("contact", form => form with { Spam = new() { ProofOfWork = ProofMode.Always } });
        var form = await (await Visitor(script: false)).Opens("/f/contact");

        await form.Field("Email address").FillAsync("ann@example.com");
        await form.Sends();

        await form.IsConfirmed("waiting");
        Assert.Equal(DeliveryState.Quarantined, (await App.DeliveryOf("ann@example.com")).State);
    }

    [Fact]
    public async Task An_admin_reads_why_a_lead_is_held_releases_it_and_finds_its_sender_allowed()
    {
        await App.Adds(Role.Admin);
        foreach (var name in (string[])["ann", "bob"])
            await App.Posts("/f/contact", ("email", name + "@shop.example"), ("firstName", name), ("company", "Shop"), ("topicLine", "x"),
                ("notes", "Casino bonus and cheap viagra: https://a.example https://b.example https://c.example"));
        var page = await Visitor();
        await page.SignsIn("admin@example.com");
        var sheet = page.Sheet();

        await sheet.Shows("Dashboard");
        await page.Looks("spam-dashboard");
        await page.Opens("/admin/leads?state=Quarantined");
        await page.Looks("spam-list");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "ann", Exact = true }).ClickAsync();
        await Expect(sheet.Locator("[data-signs] li")).ToHaveCountAsync(4);
        await page.Looks("spam-lead");
        await sheet.Press("Release and send lead");
        await sheet.Says("Lead released and queued for sending.");
        await App.IsDelivered("ann@shop.example");
        await page.ReloadAsync();
        await sheet.GetByText("Quarantined when it came in").ClickAsync();
        await page.Looks("spam-released");
        await page.Opens("/admin/settings/spam");
        await sheet.Field("Sender").FillAsync("bad.example");
        await sheet.Press("Add sender");
        await sheet.Says("Sender blocked.");
        await Expect(sheet.Locator(".senders > div")).ToHaveCountAsync(2);
        await page.Looks("spam-settings");
        await sheet.Press("Add sender");
        await Expect(sheet.Field("Sender")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Looks("spam-settings-wrong");
        await page.Opens("/admin/forms/contact/settings");
        await page.Looks("spam-form-settings");
    }
}
