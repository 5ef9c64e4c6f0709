using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.RefusalSteps;

namespace LeadCapture.Tests.Admin;

public class FailureTests
{
    private const string Ann = "ann@example.com", Bob = "bob@example.com", Carl = "carl@example.com";

    [Fact]
    public async Task The_same_complaint_about_different_values_is_one_group_and_leads_to_its_leads()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        await app.IsRefusedFor(Bob, ("phone", "(089) 98 76-543"), ("company", "Sun Ltd"));
        app.ReplyIo.State.Play(Scene.Normal);
        await app.Submits(Carl);

        Assert.Equal([(NoCode, "2")], await browser.Groups());

        var link = (await browser.Gets("/admin/failures")).Html.QuerySelector(".failure .number")!.GetAttribute("href")!;
        Assert.Matches("^/admin/leads[?]group=[0-9a-f]{16}$", link);
        Assert.Equal([Bob, Ann], (await browser.Gets(link)).Html.QuerySelectorAll("tbody .column-email")
            .Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Different_fields_are_different_groups_and_a_custom_field_is_known_by_its_key()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.IsRefusedFor(Ann, Custom(0, "buget", "10"));
        await app.IsRefusedFor(Bob, [.. Custom(0, "leadSource", "Fair"), .. Custom(1, "Buget", "20")]);
        await app.IsRefusedFor(Carl, Custom(0, "shoeSize", "44"));
        await app.IsRefusedFor("dora@example.com", ("phone2", "030 123456"));

        Assert.Equal(await app.GroupOf(Ann), await app.GroupOf(Bob));
        Assert.Equal(3, (await app.Query(db => db.Deliveries.Select(delivery => delivery.FailureKey).Distinct().ToListAsync())).Count);
        var groups = await browser.Groups();
        Assert.Equal(("Custom field not in Reply.io · Buget", "2"), groups[0]);
        Assert.Contains(("Missing country code · Second phone number", "1"), groups);
        Assert.Null((await browser.Gets("/admin/failures")).Html.QuerySelector("[href$='/fix']"));
    }

    [Fact]
    public async Task Two_complaints_are_a_group_of_their_own_and_the_one_that_is_left_after_a_correction_leads_to_its_group()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, [("phone", "030 123456"), .. Custom(0, "buget", "10")]);
        await app.IsRefusedFor(Bob, ("phone", "040 123456"));
        Assert.NotEqual(await app.GroupOf(Ann), await app.GroupOf(Bob));

        var path = await app.PathOf(Ann);
        await browser.SendsForm(await browser.Gets(path + "/correction"), "save", ("customFields[0].key", "budget"), ("why", "a typing error"));
        Assert.Equal(await app.GroupOf(Bob), await app.GroupOf(Ann));

        await browser.SendsForm(await browser.Gets(path + "/correction"), "save", ("phone", "+49 30 123456"), ("why", "a typing error"));
        Assert.Equal([("Corrected, not resubmitted yet", "1"), (NoCode, "1")], (await browser.Groups()).Order());
    }

    [Fact]
    public async Task What_is_sent_discarded_or_restored_leaves_its_group()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        await app.IsRefusedFor(Bob, ("phone", "030 123456"));
        app.ReplyIo.State.Play(Scene.Normal);

        await browser.Decides(await browser.Gets(await app.PathOf(Ann)), "resubmit");
        await app.IsDelivered(Ann);
        await browser.Decides(await browser.Gets(await app.PathOf(Bob)), "discard", ("reason", "a test"));
        Assert.Empty(await browser.Groups());
        Assert.Equal("No failures", (await browser.Gets("/admin/failures")).Html.QuerySelector(".empty h2")!.TextContent);

        await browser.Decides(await browser.Gets(await app.PathOf(Bob)), "restore");
        Assert.Equal([("Restored after discarding", "1")], await browser.Groups());
        Assert.Equal(404, (await browser.Gets("/admin/failures/restored/fix")).Status);
    }

    [Fact]
    public async Task Tries_that_are_over_are_a_group()
    {
        await using var app = await TestApp.StartAtRest("Reply:RetryBaseDelay=00:00:05");
        app.ReplyIo.State.Play(new(Scene.ServerError, OnlyEmail: Ann));
        await app.SubmitsInTurn(Ann);
        await app.PassesUntil(TimeSpan.FromHours(1), () => app.AllAre(DeliveryState.NeedsAttention), atMost: TimeSpan.FromHours(100));
        using var browser = await AdminBrowser.SignedIn(app);

        Assert.Equal([("Automatic retries ended", "1")], await browser.Groups());
    }

    [Fact]
    public async Task A_lost_answer_without_a_look_up_is_a_group_that_is_not_sent_again_from_its_place()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        app.ReplyIo.State.Play(Scene.NoLookUp);
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.Posts("/f/contact", ("linkedInUrl", "https://www.linkedin.com/in/ann"));
        await TestApp.Eventually(() => app.AllAre(DeliveryState.NeedsAttention), "handed over to a person");

        Assert.Equal([("Response lost, lookup not possible", "1")], await browser.Groups());
        // A person looks there first: all of them would be created, also those that exist.
        Assert.Null((await browser.Gets("/admin/failures")).Html.QuerySelector(".failure form"));
    }

    [Fact]
    public async Task Leads_of_before_there_were_groups_are_one_group()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        await app.IsRefusedFor(Bob, ("phone", "030 123456"));
        var old = (await app.DeliveryOf(Ann)).LeadId;
        await app.Query(db => db.Deliveries.Where(delivery => delivery.LeadId == old)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.FailureKey, (string?)null)));

        Assert.Equal([(NoCode, "1"), ("Other reasons", "1")], (await browser.Groups()).Order());
        Assert.Single((await browser.Gets("/admin/leads?group=others")).Html.QuerySelectorAll("tbody tr"));
        Assert.Equal(200, (await browser.Gets("/admin/failures/others/fix")).Status);
    }

    [Theory]
    [InlineData("/admin/leads?group=%00%27--", 200)]
    [InlineData("/admin/leads?group=0123456789abcdef&state=Delivered&before=x", 200)]
    [InlineData("/admin/leads.csv?group=zzz", 200)]
    [InlineData("/admin/failures/0123456789abcdef/fix", 404)]
    [InlineData("/admin/failures/%C3%BC/fix", 404)]
    [InlineData("/admin/failures?group=x&page=-1", 200)]
    public async Task Nonsense_in_an_address_shows_a_sane_page(string path, int status)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));

        Assert.Equal(status, (await browser.Gets(path)).Status);
    }
}
