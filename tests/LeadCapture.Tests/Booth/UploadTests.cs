using LeadCapture.Settings;
using LeadCapture.Forms.Numbers;
using LeadCapture.Forms;
using System.Text.Json;
using LeadCapture.Booth;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.BoothSteps;

namespace LeadCapture.Tests.Booth;

/// A lead that a tablet was answered for is on disk, once; any other stays on the tablet.
public class UploadTests
{
    [Fact]
    public async Task What_is_handed_over_is_counted_once_among_the_numbers_of_its_form()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Captures(Visits.Email);
        await tablet.HandsOver(lead);
        await tablet.HandsOver(lead);

        await TestApp.Eventually(async () =>
        {
            app.Clock!.Advance(CountWriter.Pause);
            return await app.Query(db => db.FormCounts.AnyAsync(count => count.What == Counted.Send));
        }, "the numbers are stored");

        var sent = await app.Query(db => db.FormCounts.Where(count => count.What == Counted.Send).ToListAsync());
        Assert.Equal([("Booth", 1L)], sent.Select(count => (count.Channel, count.Count)));
    }

    [Fact]
    public async Task A_lead_is_delivered_under_the_receipt_that_its_visitor_was_given()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var receipt = Receipt.New();
        var lead = tablet.Captures(receipt, "event-booth", Ann);

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));

        await app.IsDelivered(LeadSteps.Ann);
        var stored = (await app.DeliveryOf(LeadSteps.Ann)).Lead!;
        Assert.Equal((receipt, "Booth", 1), (stored.Receipt, stored.Channel, app.ReplyIo.State.CreatesOf(LeadSteps.Ann)));
        Assert.Equal("delivered", (await app.Opens($"/f/event-booth/confirmation/{receipt}")).Delivery);
        var capture = Assert.Single(await app.Captures());
        Assert.Equal((tablet.Id, 1, stored.Id, null), (capture.DeviceId, capture.Number, capture.LeadId, capture.Unopened));
        Assert.Equal(("1", "1", "0"), (await admin.Gets("/admin/devices")).LedgerOf(tablet));
    }

    [Fact]
    public async Task A_lead_that_comes_again_is_one_lead_and_answered_for_again()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Captures(Ann);

        foreach (var answer in (IReadOnlyList<Guid>[])[await tablet.HandsOver(lead), await tablet.HandsOver(lead), await tablet.HandsOver(lead, lead)])
            Assert.Equal([lead.Id], answer);

        await app.IsDelivered(LeadSteps.Ann);
        Assert.Equal((1, 1, 1), (await app.Leads(), (await app.Captures()).Count, app.ReplyIo.State.CreatesOf(LeadSteps.Ann)));
    }

    [Fact]
    public async Task Leads_that_come_twice_at_once_are_each_one_lead()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        SealedLead[] leads = [.. Enumerable.Range(1, 10).Select(number => tablet.Captures(("email", $"lead{number}@example.com")))];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tablet.HandsOver(leads)));

        Assert.All(answers, answer => Assert.Equal(leads.Select(lead => lead.Id).Order(), answer.Order()));
        Assert.Equal((10, 10), (await app.Leads(), (await app.Captures()).Count));
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "delivered");
        Assert.True(app.ReplyIo.State.HasEachOnce(ClockSteps.People(10)));
    }

    [Fact]
    public async Task A_tablet_that_was_put_back_to_an_earlier_state_loses_nothing()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        await tablet.HandsOver(tablet.Captures(Ann));

        tablet.Captured = 0;
        var other = tablet.Captures(("email", "bob@example.com"));

        Assert.Equal([other.Id], await tablet.HandsOver(other));
        Assert.Equal(2, await app.Leads());
        Assert.Equal([1, 1], (await app.Captures()).Select(one => one.Number));
    }

    [Fact]
    public async Task A_lead_that_its_tablet_did_not_sign_is_not_answered_for()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var (one, other) = (await Tablet.At(app, admin), await Tablet.Paired(app, await admin.Invites(await admin.MakesEvent(app, "Open day"))));
        var lead = one.Captures(Ann);
        SealedLead[] wrong =
        [
            lead with { Mac = "AAAA" }, lead with { Mac = "" }, lead with { Number = 2 }, lead with { At = lead.At + 1 },
            lead with { Id = Guid.NewGuid() }, lead with { Device = other.Id }, other.Signed(lead), one.Signed(lead with { Number = 0 }),
        ];

        Assert.Empty(await other.HandsOver(wrong));

        Assert.Equal((0, 0), (await app.Leads(), (await app.Captures()).Count));
        Assert.Equal([lead.Id], await other.HandsOver(lead));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"nonce":null,"leads":null,"captured":1,"version":null}""")]
    [InlineData("""{"nonce":"n","leads":[null]}""")]
    [InlineData("""{"nonce":"n","leads":[{}]}""")]
    [InlineData("""{"nonce":"n","leads":"no list"}""")]
    [InlineData("no json")]
    public async Task What_is_no_upload_breaks_nothing(string body)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);

        using var answer = await tablet.SendsRaw("/booth/upload", body);
        using var relayed = await app.Answers(HttpMethod.Post, "/relay", body);

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.InRange((int)relayed.StatusCode, 200, 499);
        Assert.Single(await tablet.HandsOver(tablet.Captures(Ann)));
    }

    [Fact]
    public async Task A_lead_sealed_to_a_key_that_is_not_here_is_kept_as_it_came()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        tablet.KeyId = "0123456789abcdef";
        var lost = tablet.Captures(Ann);

        Assert.Equal([lost.Id], await tablet.HandsOver(lost));

        var capture = Assert.Single(await app.Captures());
        Assert.Equal((null, $"{lost.Key}.{lost.At.ToString(InvariantCulture)}.{lost.Sealed}"), (capture.LeadId, capture.Unopened));
        Assert.Contains("1 lead can’t be decrypted", (await admin.Gets("/admin/devices")).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.Leads());
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("""{"form":"no such form","inputs":"email=ann%40example.com","receipt":""}""")]
    [InlineData("""{"form":null,"inputs":null,"receipt":null}""")]
    public async Task What_is_no_lead_inside_is_kept_as_it_came_and_keeps_nobody_behind_it_waiting(string inside)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        SealedLead[] leads = [tablet.Captures(Ann), tablet.Seals(inside, ++tablet.Captured), tablet.Captures(("email", "bob@example.com"))];

        Assert.Equal(leads.Select(lead => lead.Id), await tablet.HandsOver(leads));

        Assert.Equal([false, true, false], (await app.Captures()).Select(one => one.Unopened is not null));
        await app.IsDelivered("bob@example.com");
    }

    [Fact]
    public async Task More_inputs_than_anybody_types_are_kept_as_they_came()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        (string, string)[] rows = [.. Enumerable.Range(0, 300).Select(row => ($"customFields[{row}].key", "k" + row))];
        SealedLead[] leads = [tablet.Captures([.. Ann, .. rows]), tablet.Captures(("email", "bob@example.com"))];

        Assert.Equal(leads.Select(lead => lead.Id), await tablet.HandsOver(leads));
        Assert.Equal(1, await app.Leads());
    }

    [Fact]
    public async Task A_lead_that_the_store_does_not_take_stays_on_the_tablet_and_comes_again()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        SealedLead[] leads = [tablet.Captures(Ann), tablet.Captures(("email", "bob@example.com"))];
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE captures RENAME TO elsewhere"));

        using (var none = await tablet.Sends(HttpMethod.Post, "/booth/upload", new Upload { Nonce = "n", Leads = leads }))
            Assert.False(none.IsSuccessStatusCode && (await Json.Of(none)).Source.Contains(leads[0].Id.ToString(), StringComparison.Ordinal));
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE elsewhere RENAME TO captures"));

        Assert.Equal(leads.Select(lead => lead.Id), await tablet.HandsOver(leads));
        Assert.Equal(2, await app.Leads());
    }

    [Fact]
    public async Task What_a_revoked_tablet_has_captured_still_arrives()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Captures(Ann);
        await admin.Does($"/admin/devices/{tablet.Id}/revoke");

        var received = await tablet.IsAnswered(lead);

        Assert.Equal((lead.Id, true), (Assert.Single(received.Leads), received.Revoked));
        await app.IsDelivered(LeadSteps.Ann);
    }

    [Fact]
    public async Task A_tablet_that_is_paired_again_hands_over_what_it_captured_before()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var before = await Tablet.At(app, admin);
        var left = before.Captures(Ann);
        var tablet = await Tablet.Paired(app, await admin.Invites(await admin.MakesEvent(app, "Open day")));
        var own = tablet.Captures(("email", "bob@example.com"));

        Assert.Equal([left.Id, own.Id], await tablet.HandsOver(left, own));

        Assert.Equal([before.Id, tablet.Id], (await app.Captures()).Select(one => one.DeviceId).Order());
        var page = await admin.Gets("/admin/devices");
        Assert.Equal((("1", "1", "0"), ("1", "1", "0")), (page.LedgerOf(before), page.LedgerOf(tablet)));
    }

    [Fact]
    public async Task A_file_that_is_carried_twice_makes_each_lead_once()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        SealedLead[] leads = [tablet.Captures(Ann), tablet.Captures(("email", "bob@example.com"))];
        var file = JsonSerializer.Serialize(new { leads = (SealedLead[])[.. leads, leads[0], leads[1] with { Number = 9 }] }, JsonSerializerOptions.Web);

        var (first, second) = (await app.Calls(HttpMethod.Post, "/relay", file), await app.Calls(HttpMethod.Post, "/relay", file));

        Assert.Equal(("2", "0"), (first["taken"], first["refused"]));
        Assert.Equal(("2", "0"), (second["taken"], second["refused"]));
        Assert.Equal(2, await app.Leads());
        Assert.Equal(leads.Select(lead => lead.Id).Order(), (await tablet.HandsOver(leads)).Order());
        Assert.Equal((2, 200), (await app.Leads(), (await app.Opens("/relay")).Status));
    }

    [Fact]
    public async Task A_missing_number_is_a_missing_lead_until_it_comes()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        SealedLead[] leads = [.. Enumerable.Range(1, 5).Select(number => tablet.Captures(("email", $"lead{number}@example.com")))];

        await tablet.HandsOver(leads[0], leads[4]);
        var between = (await admin.Gets("/admin/devices")).LedgerOf(tablet);
        await tablet.HandsOver(leads[1..4]);

        Assert.Equal((("5", "2", "3"), ("5", "5", "0")), (between, (await admin.Gets("/admin/devices")).LedgerOf(tablet)));
    }

    [Fact]
    public async Task Nothing_that_a_visitor_typed_and_no_secret_stands_in_the_log()
    {
        const string Secret = "zqsecret";
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var code = await admin.Invites(await admin.MakesEvent(app));
        var tablet = await Tablet.Paired(app, code);
        SealedLead[] leads =
        [
            tablet.Captures(("email", Secret + "@example.com"), ("firstName", Secret)), tablet.Captures(("email", Secret)),
            tablet.Seals(Secret, ++tablet.Captured),
            tablet.Seals($$"""{"form":"{{Secret}}","inputs":"{{Secret}}","receipt":"{{Secret}}"}""", ++tablet.Captured),
        ];
        Assert.Equal(4, (await tablet.HandsOver(leads)).Count);
        await app.IsDelivered(Secret + "@example.com");
        using var wrong = await app.Pairs(Secret);
        var sign = tablet.Setup.GetProperty("keys").GetProperty("sign").GetString()!;

        var log = string.Join('\n', await app.EndsWithLog());

        Assert.DoesNotContain(Secret, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(sign, log, StringComparison.Ordinal);
    }
}
