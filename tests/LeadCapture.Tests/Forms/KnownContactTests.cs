using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// Anybody can type anybody's address: what Reply.io knew before is shown to nobody but staff.
public class KnownContactTests
{
    private const string Ann = "ann@example.com";
    private const string Known = $$"""
        {"email":"{{Ann}}","firstName":"Zq-known","phone":"+49301234567","notes":"zq-internal","customFields":[{"key":"budget","value":"zq-rich"}]}
        """;

    [Theory]
    [InlineData("/f/contact", Scene.Normal, Duplicates.Update)]
    [InlineData("/f/contact", Scene.Normal, Duplicates.UpdateWith200)]
    [InlineData("/f/contact", Scene.CutAfter, Duplicates.Update)]
    [InlineData("/f/event-booth/booth", Scene.Normal, Duplicates.Update)]
    [InlineData("/f/contact/embed", Scene.CutBefore, Duplicates.Update)]
    public async Task A_contact_that_was_there_before_is_not_shown_to_a_visitor(string form, Scene scene, Duplicates duplicates)
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Duplicates = duplicates;
        app.ReplyIo.State.Know(Known);
        app.ReplyIo.State.Play(scene, calls: 1);

        using var answer = await app.Posts(form, [Visits.Email, ("lastName", "Typed"), ("firstName", "Ann"), .. Visits.Consent]);
        await app.IsDelivered(Ann);
        var confirmation = answer.Headers.Location!.ToString();
        var page = await app.Opens(confirmation);
        var lead = await app.Asks("/api/leads/" + confirmation.Split('/')[^1]);

        Assert.Equal(("delivered", "delivered", null), (page.Delivery, lead["delivery"], lead["contact"]));
        Assert.Null(page.Html.QuerySelector("article.contact"));
        Assert.Contains("Typed", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("zq-", page.Source + lead.Source, StringComparison.OrdinalIgnoreCase);
        using var staff = await AdminBrowser.SignedIn(app);
        Assert.Contains("zq-internal", (await staff.Gets(await app.PathOf(Ann))).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_contact_that_this_submission_made_is_shown_by_Reply_ios_own_clock(int hours)
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.ClockOffset = TimeSpan.FromHours(hours);
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);

        var (lost, made) = (await app.Submits("ben@example.com"), await app.Submits(Ann));
        await app.IsDelivered("ben@example.com");

        Assert.NotNull((await app.Opens(made)).Html.QuerySelector("article.contact"));
        Assert.NotNull((await app.Opens(lost)).Html.QuerySelector("article.contact"));
    }

    [Fact]
    public async Task What_a_form_does_not_ask_for_is_kept_for_staff_and_not_sent()
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/landing-page", [Visits.Email, ("notes", "zq-planted"), ("accountId", "77"),
            ("customFields[5].key", "budget"), ("customFields[5].value", "zq-custom"), .. Visits.Consent]);
        await app.IsDelivered(Ann);

        var sent = Assert.Single(app.ReplyIo.State.Calls).Body;
        Assert.DoesNotContain("zq-", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("accountId", sent, StringComparison.Ordinal);
        using var staff = await AdminBrowser.SignedIn(app);
        var page = await staff.Gets(await app.PathOf(Ann));
        Assert.Contains("zq-planted", page.Source, StringComparison.Ordinal);
        Assert.Contains("zq-custom", page.Source, StringComparison.Ordinal);
        Assert.Contains("Not sent: the form does not ask for it", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_may_say_that_all_of_it_is_sent()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { SendUnasked = true });

        await app.IsThanked("/f/landing-page", [Visits.Email, ("notes", "zq-planted"),
            ("customFields[5].key", "budget"), ("customFields[5].value", "zq-custom"), .. Visits.Consent]);
        await app.IsDelivered(Ann);

        var sent = Assert.Single(app.ReplyIo.State.Calls).Body;
        Assert.Contains("zq-planted", sent, StringComparison.Ordinal);
        Assert.Contains("zq-custom", sent, StringComparison.Ordinal);
    }
}
