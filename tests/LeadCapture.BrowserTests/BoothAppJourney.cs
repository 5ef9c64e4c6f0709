using System.Text;
using System.Text.RegularExpressions;
using LeadCapture.Booth;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// A paired tablet on a stand whose Wi-Fi comes and goes.
public class BoothAppJourney(Chromium chromium) : Journey(chromium)
{
    private const string Pin = "4711";

    /// Hand scanners are faster.
    private static readonly KeyboardTypeOptions AsAPerson = new() { Delay = 60 };

    private Wifi wifi = null!;
    private Support.Tablet tablet = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        wifi = new(App.Address);
        tablet = new(Playwright, wifi.Address);
    }

    public override async ValueTask DisposeAsync()
    {
        await tablet.DisposeAsync();
        await wifi.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_captured_without_a_connection_survives_a_restart_and_arrives_once()
    {
        await Begins();
        var first = await tablet.Captures("Annabelle");
        await App.IsDelivered("annabelle@example.com");
        await Expect(tablet.Screen.Locator("main")).ToHaveAttributeAsync("data-delivery", "delivered");
        await tablet.NextVisitor();

        await wifi.GoesAway();
        await tablet.Page.ReloadAsync();
        var second = await tablet.Captures("Bartholomew");
        await Expect(tablet.Screen.Locator("[data-where]")).ToHaveTextAsync("Saved on this tablet. Your details will be sent when it’s online.");
        await tablet.IsSwitchedOff();
        Assert.DoesNotContain(Files(), file => file.Contains("Bartholomew", StringComparison.OrdinalIgnoreCase));
        await tablet.Starts();
        await tablet.Captures("Cleopatra");
        Assert.Equal(2, await tablet.Waiting());

        await wifi.ComesBack();
        await App.IsDelivered("bartholomew@example.com");
        await App.IsDelivered("cleopatra@example.com");
        await Expect(tablet.Screen.Locator("main")).ToHaveAttributeAsync("data-delivery", "delivered");

        Assert.Equal(0, await tablet.Waiting());
        Assert.Equal([1, 2, 3], await Numbers());
        Assert.Equal(0, App.ReplyIo.State.Doubled);
        var references = (await App.Query(db => db.Leads.ToListAsync())).ConvertAll(lead => lead.Reference);
        Assert.Equal(3, references.Count);
        Assert.Contains(first, references);
        Assert.Contains(second, references);
    }

    [Fact]
    public async Task A_page_of_the_hotels_network_is_no_success()
    {
        await Begins();
        await wifi.BecomesCaptive();
        await tablet.Captures("Ann");
        await tablet.OpensStaffMenu(Pin);
        await Expect(tablet.Page.Locator("#staff-state")).ToContainTextAsync("No connection to LeadCapture");
        Assert.Equal(1, await tablet.Waiting());

        await wifi.ComesBack();
        await tablet.Page.Locator("#staff-send").ClickAsync();

        await App.IsDelivered("ann@example.com");
        await Expect(tablet.Page.Locator("#staff-waiting")).ToHaveTextAsync("0");
    }

    /// A browser that is killed may have lost it, and has its leads.
    [Fact]
    public async Task A_tablet_that_lost_its_cookie_is_known_by_its_key()
    {
        Expected.Add("status of 401");
        await Begins();
        await wifi.GoesAway();
        await tablet.Captures("Ann");
        await tablet.Page.Context.ClearCookiesAsync();

        await wifi.ComesBack();
        await App.IsDelivered("ann@example.com");
        // Its cookie comes with the answer, after which nothing waits.
        await tablet.HasSent();

        Assert.Contains(await tablet.Page.Context.CookiesAsync(), cookie => cookie.Name == "leadcapture-booth");
    }

    [Fact]
    public async Task A_revoked_tablet_shows_no_form_and_what_it_has_captured_arrives()
    {
        await Begins();
        await wifi.GoesAway();
        await tablet.Captures("Ann");
        await IsRevoked();

        await wifi.ComesBack();
        await App.IsDelivered("ann@example.com");
        await tablet.Page.ReloadAsync();

        await Expect(tablet.Screen.Locator("h1")).ToHaveTextAsync("This tablet is no longer part of an event");
        Assert.Equal(0, await tablet.Waiting());
    }

    [Fact]
    public async Task Leads_are_carried_away_by_codes_and_arrive_once()
    {
        await Begins();
        await wifi.GoesAway();
        var reference = await tablet.Captures("Ann");
        await tablet.OpensStaffMenu(Pin);
        await tablet.Page.Locator("#staff-codes").ClickAsync();
        await Expect(tablet.Page.Locator("#codes-place")).ToHaveTextAsync($"1 of 1 · reference {reference}");

        var phone = await Visitor(width: 390, height: 844);
        await phone.GotoAsync(Regex.Replace(await Scanned(), "^http://[^/]+", App.Address.ToString().TrimEnd('/')));
        await Expect(phone.Locator("#relay-news")).ToHaveTextAsync("Lead received. Scan the next code.");
        await App.IsDelivered("ann@example.com");
        await wifi.ComesBack();
        await tablet.Page.Keyboard.PressAsync("Escape");
        await tablet.Page.Locator("#staff-send").ClickAsync();

        await Expect(tablet.Page.Locator("#staff-waiting")).ToHaveTextAsync("0");
        Assert.Equal(1, await App.Query(db => db.Leads.CountAsync()));
        Assert.Equal(reference, (await App.Query(db => db.Leads.SingleAsync())).Reference);
    }

    [Fact]
    public async Task Staff_sees_the_contact_of_a_lead_and_nothing_of_it_stays_behind_the_menu()
    {
        await Begins();
        var reference = await tablet.Captures("Ann");
        await App.IsDelivered("ann@example.com");
        await tablet.OpensStaffMenu(Pin);
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = reference }).ClickAsync();

        var contact = tablet.Page.GetByRole(AriaRole.Article, new() { Name = "In Reply.io" }).And(tablet.Page.Locator("#staff-contact article"));
        await Expect(contact).ToContainTextAsync("Welcome");
        await tablet.Page.IsAccessible();
        await tablet.Page.Looks("booth-staff-contact");
        await tablet.Page.Keyboard.PressAsync("Escape");
        await Expect(contact).ToHaveCountAsync(0);

        await wifi.GoesAway();
        await tablet.OpensStaffMenu(Pin);
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = reference }).ClickAsync();
        await Expect(tablet.Page.Locator("#staff-contact")).ToContainTextAsync("No connection to LeadCapture.");
    }

    [Fact]
    public async Task Leads_are_carried_away_in_a_file_and_arrive_once()
    {
        await Begins();
        await wifi.GoesAway();
        await tablet.Captures("Ann");
        await tablet.NextVisitor();
        await tablet.Captures("Bob");
        await tablet.OpensStaffMenu(Pin);
        var download = await tablet.Page.RunAndWaitForDownloadAsync(() => tablet.Page.Locator("#staff-save").ClickAsync());
        var file = await download.PathAsync();

        var phone = await Visitor();
        var relay = await phone.Opens("/relay");
        await phone.Looks("relay");
        foreach (var _ in (int[])[1, 2])
        {
            await relay.Field("File").SetInputFilesAsync(file);
            await relay.Button("Send leads").ClickAsync();
            await Expect(relay.Locator("#relay-news")).ToHaveTextAsync("Leads received: 2. You can delete the file now.");
        }

        Assert.DoesNotContain("example.com", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, await App.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task What_the_page_can_see_is_told_without_a_connection()
    {
        await Begins();
        await wifi.GoesAway();
        await tablet.Types("Ann", "ann@example");
        await tablet.Presses();

        await Expect(tablet.Screen.Locator("#error-summary")).ToBeFocusedAsync();
        await Expect(tablet.Screen.Locator("[name=email]")).ToHaveAttributeAsync("aria-invalid", "true");
        await tablet.Page.IsAccessible();
        Assert.Equal(0, await tablet.Waiting());

        await tablet.Screen.Locator("[name=email]").FillAsync("ann@example.com");
        await tablet.Sends();
        Assert.Equal(1, await tablet.Waiting());
    }

    [Fact]
    public async Task A_badge_is_scanned_without_a_connection()
    {
        var folder = Directory.CreateTempSubdirectory("badge-").FullName;
        await using var scanning = new Tablet(Playwright, wifi.Address)
        {
            Camera = await Film.Of("BEGIN:VCARD\nVERSION:3.0\nN:Müller;Jana\nEMAIL:jana@example.com\nEND:VCARD", folder),
        };
        await scanning.Starts();
        await scanning.IsPaired(await NewCode());
        await scanning.Becomes("async () => Boolean(await caches.match('/js/zxing_reader.wasm'))");
        await wifi.GoesAway();

        await scanning.Page.GetByRole(AriaRole.Button, new() { Name = "Scan a badge" }).ClickAsync();
        await Expect(scanning.Screen.Locator("[name=email]")).ToHaveValueAsync("jana@example.com");
        await Expect(scanning.Screen.Locator("[name=lastName]")).ToHaveValueAsync("Müller");

        await scanning.OpensStaffMenu(Pin);
        await scanning.Page.Locator("#staff-each-badge").CheckAsync();
        await scanning.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the form" }).ClickAsync();
        await scanning.Page.GetByRole(AriaRole.Button, new() { Name = "Scan a badge" }).ClickAsync();
        await Expect(scanning.Page.Locator("#scan-news")).ToHaveTextAsync("Saved: 1");
        await scanning.Page.GetByRole(AriaRole.Button, new() { Name = "Photograph a card instead" }).ClickAsync();
        await Expect(scanning.Page.Locator("#scan-news")).ToHaveTextAsync("Saved: 2");
        Assert.Equal(2, await scanning.Waiting());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_card_is_photographed_without_a_connection_and_typed_off_in_the_admin_area()
    {
        var folder = Directory.CreateTempSubdirectory("card-").FullName;
        await using var scanning = new Tablet(Playwright, wifi.Address) { Camera = await Film.Of("no code of a badge", folder) };
        await scanning.Starts();
        await scanning.IsPaired(await NewCode());
        await scanning.Becomes("async () => Boolean(await caches.match('/js/zxing_reader.wasm'))");
        await wifi.GoesAway();
        await scanning.Page.ReloadAsync();

        var photo = scanning.Screen.GetByRole(AriaRole.Group, new() { Name = "Card photo" });
        await Photographs(scanning, looks: true);
        await scanning.Page.Looks("booth-card-photo");
        await photo.GetByRole(AriaRole.Button, new() { Name = "Remove photo" }).ClickAsync();
        await Expect(photo).ToHaveCountAsync(0);
        await Photographs(scanning);
        await Photographs(scanning);
        await Expect(photo).ToHaveCountAsync(1);
        await Expect(photo).ToBeFocusedAsync();
        Assert.True(await photo.Locator("img").EvaluateAsync<bool>("(img) => img.naturalWidth === 640 && img.src.length < 200_100"));
        await scanning.Screen.Locator("[name=firstName]").FillAsync("Ann");
        await scanning.Sends();
        Assert.DoesNotContain("data:image/jpeg", await scanning.Page.Everything());
        await scanning.NextVisitor();
        Assert.DoesNotContain("data:image/jpeg", await scanning.Page.Everything());

        await scanning.OpensStaffMenu(Pin);
        await scanning.Page.Locator("#staff-codes").ClickAsync();
        await Expect(scanning.Page.Locator("#codes-place")).ToContainTextAsync("too large for a QR code: save it to a file instead");
        await Expect(scanning.Page.Locator("#code")).ToBeHiddenAsync();
        await scanning.Page.Looks("booth-codes-large");
        Assert.Equal(1, await scanning.Waiting());
        await scanning.Page.Keyboard.PressAsync("Escape");
        var download = await scanning.Page.RunAndWaitForDownloadAsync(() => scanning.Page.Locator("#staff-save").ClickAsync());

        var phone = await Visitor();
        var relay = await phone.Opens("/relay");
        await relay.Field("File").SetInputFilesAsync(await download.PathAsync());
        await relay.Button("Send leads").ClickAsync();
        await Expect(relay.Locator("#relay-news")).ToContainTextAsync("Leads received: 1");
        await wifi.ComesBack();
        await scanning.Page.Locator("#staff-send").ClickAsync();
        await Expect(scanning.Page.Locator("#staff-waiting")).ToHaveTextAsync("0");
        Assert.Equal(1, await App.Query(db => db.Leads.CountAsync()));
        await IsTypedOff();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_photo_that_the_full_storage_does_not_take_is_not_said_to_be_saved()
    {
        var folder = Directory.CreateTempSubdirectory("card-").FullName;
        await using var scanning = new Tablet(Playwright, wifi.Address) { Camera = await Film.Of("no code of a badge", folder) };
        await scanning.Starts();
        await scanning.IsPaired(await NewCode());
        await scanning.Becomes("async () => Boolean(await caches.match('/js/zxing_reader.wasm'))");
        await scanning.OpensStaffMenu(Pin);
        await scanning.Page.Locator("#staff-each-badge").CheckAsync();
        await scanning.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the form" }).ClickAsync();
        await wifi.GoesAway();
        // As browsers answer at the end of their quota, which Chromium looks at only now and then.
        await scanning.Page.EvaluateAsync(
            "() => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");

        await Photographs(scanning);

        await Expect(scanning.Screen.Locator("#notice")).ToContainTextAsync("the tablet’s storage is full");
        await Expect(scanning.Screen.GetByRole(AriaRole.Group, new() { Name = "Card photo" })).ToBeVisibleAsync();
        Assert.Equal(0, await scanning.Waiting());
        Directory.Delete(folder, recursive: true);
    }

    /// Where its camera cannot be used, a tablet asks for a picture of its own.
    [Fact]
    public async Task A_picture_of_a_card_is_chosen_where_the_camera_is_not_at_hand()
    {
        await Begins();
        await wifi.GoesAway();
        var folder = Directory.CreateTempSubdirectory("card-").FullName;
        var (card, text) = (Path.Combine(folder, "card.png"), Path.Combine(folder, "card.txt"));
        await tablet.Page.ScreenshotAsync(new() { Path = card });
        await File.WriteAllTextAsync(text, "no picture", TestContext.Current.CancellationToken);

        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Scan a badge" }).ClickAsync();
        await Expect(tablet.Page.Locator("#scan-news")).Not.ToHaveTextAsync("Hold the code of a badge or business card in front of the camera.");
        await Chooses(text);
        await Expect(tablet.Page.Locator("#scan-news")).ToHaveTextAsync("This file isn’t a picture. Choose another one.");
        await Chooses(card);

        await Expect(tablet.Page.Locator("#scan")).Not.ToHaveAttributeAsync("open", "");
        await tablet.Sends();
        await wifi.ComesBack();
        await tablet.OpensStaffMenu(Pin);
        await tablet.Page.Locator("#staff-send").ClickAsync();
        await Expect(tablet.Page.Locator("#staff-waiting")).ToHaveTextAsync("0");
        Assert.Equal(1024, (await App.Query(db => db.CardPhotos.SingleAsync())).Width);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_staff_menu_opens_to_its_PIN_alone_and_wrong_tries_wait()
    {
        await Begins();
        var page = tablet.Page;
        await page.Locator("#staff-button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        for (var tries = 0; tries < 3; tries++)
        {
            await page.Keyboard.TypeAsync("0000");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#pin-problem")).ToHaveTextAsync("Wrong PIN");
            await page.Locator("#pin-problem").EvaluateAsync("(problem) => (problem.textContent = '')");
        }
        await page.Keyboard.TypeAsync(Pin);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#pin-problem")).ToContainTextAsync("Try again in");
        await Expect(page.Locator("#staff")).Not.ToHaveAttributeAsync("open", "");
        await page.ReloadAsync();
        await page.Locator("#staff-button").ClickAsync();
        await page.Locator("#pin-input").FillAsync(Pin);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#pin-problem")).ToContainTextAsync("Try again in");
    }

    [Fact]
    public async Task Its_screens_can_be_used_by_everybody()
    {
        await tablet.Starts();
        await tablet.Page.Looks("booth-pair");
        await tablet.IsPaired(await NewCode());
        await tablet.Page.Looks("booth-form");
        await wifi.GoesAway();
        await tablet.Captures("Ann");
        await tablet.Page.Looks("booth-thanks");
        await tablet.NextVisitor();
        await tablet.Captures("Ann");
        await Expect(tablet.Screen.Locator("[data-again]")).ToContainTextAsync("already captured on this tablet");
        await tablet.OpensStaffMenu(Pin);
        await tablet.Page.Looks("booth-staff");
        await tablet.Page.Locator("#staff-codes").ClickAsync();
        await tablet.Page.Looks("booth-codes");
    }

    [Fact]
    public async Task A_second_tablet_hears_by_whom_its_visitor_was_captured_before()
    {
        await Begins();
        await tablet.OpensStaffMenu(Pin);
        await tablet.Page.Locator("#staff-name").FillAsync("Anna");
        await tablet.Page.Locator("#staff [data-close]").ClickAsync();
        await tablet.Captures("Annabelle");
        await App.IsDelivered("annabelle@example.com");
        await using var second = new Support.Tablet(Playwright, wifi.Address);
        await second.Starts();
        await second.IsPaired(await NewCode("Tablet 2"));

        await second.Captures("Annabelle");
        await Expect(second.Screen.Locator("[data-again]")).ToContainTextAsync("already captured by Anna at ");
        await tablet.Page.ReloadAsync();
        await tablet.Captures("Annabelle");
        await Expect(tablet.Screen.Locator("[data-again]")).ToContainTextAsync("already captured by Anna at ");
    }

    [Fact]
    public async Task It_is_paired_filled_in_and_cared_for_by_keys_alone()
    {
        await tablet.Starts();
        var page = tablet.Page;
        await page.TabsTo(page.Locator("#pair-code"));
        await page.Keyboard.TypeAsync(await NewCode());
        await page.Keyboard.PressAsync("Enter");
        await tablet.IsReady();

        await page.TabsTo(tablet.Screen.Locator("[name=firstName]"));
        await page.Keyboard.TypeAsync("Ann");
        await page.TabsTo(tablet.Screen.Locator("[name=email]"));
        await page.Keyboard.TypeAsync("ann@example", AsAPerson);
        await page.Keyboard.PressAsync("Enter");
        await page.TabsTo(tablet.Screen.Locator("[data-send]"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#error-summary")).ToBeFocusedAsync();
        await page.TabsTo(page.Locator("#error-summary a").First);
        await page.Keyboard.PressAsync("Enter");
        await Expect(tablet.Screen.Locator("[name=email]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(".com\n");
        await page.TabsTo(tablet.Screen.Locator("input[type=radio]").First);
        await page.Keyboard.PressAsync("Space");
        await page.TabsTo(tablet.Screen.Locator("input[type=checkbox]").First);
        await page.Keyboard.PressAsync("Space");
        await page.TabsTo(tablet.Screen.Locator("[data-send]"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(tablet.Screen.Locator("main[data-receipt] h1")).ToBeFocusedAsync();
        await App.IsDelivered("ann@example.com");
        await Expect(tablet.Screen.Locator("main")).ToHaveAttributeAsync("data-delivery", "delivered");

        await page.TabsTo(tablet.Screen.Locator("[data-new-visitor]"));
        await page.Keyboard.PressAsync("Enter");
        await tablet.IsReady();
        await page.TabsTo(page.Locator("#staff-button"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(Pin + "\n");
        await page.Locator("#staff[open]").WaitForAsync();
        await Expect(page.Locator("#staff-received")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#staff-button")).ToBeFocusedAsync();
    }

    private async Task Begins()
    {
        await tablet.Starts();
        await tablet.IsPaired(await NewCode());
    }

    private static async Task Photographs(Tablet scanning, bool looks = false)
    {
        await scanning.Page.GetByRole(AriaRole.Button, new() { Name = "Scan a badge" }).ClickAsync();
        await scanning.Page.WaitForFunctionAsync("() => document.getElementById('scan-video').readyState >= 2");
        if (looks)
            await scanning.Page.Looks("booth-scan");
        await scanning.Page.GetByRole(AriaRole.Button, new() { Name = "Photograph a card instead" }).ClickAsync();
        await Expect(scanning.Page.Locator("#scan")).Not.ToHaveAttributeAsync("open", "");
    }

    private async Task Chooses(string file)
    {
        var chooser = await tablet.Page.RunAndWaitForFileChooserAsync(
            () => tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Photograph a card instead" }).ClickAsync());
        await chooser.SetFilesAsync(file);
    }

    /// By an operator, who sees the card beside what they type.
    private async Task IsTypedOff()
    {
        await App.Adds(Role.Operator);
        var page = await Visitor();
        await page.SignsIn("operator@example.com");
        var lead = await page.Opens($"/admin/leads/{(await App.Query(db => db.Leads.SingleAsync())).Id}");
        await IsSeen(lead);
        await page.Looks("lead-card-photo");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Correct" }).First.ClickAsync();
        await IsSeen(lead);
        await page.Looks("correction-card-photo");
        await lead.Locator("[name=email]").FillAsync("ann@example.com");
        await lead.Locator("#why").FillAsync("as the card says");
        await lead.Press("Save and resubmit lead");
        await App.IsDelivered("ann@example.com");
    }

    private static async Task IsSeen(ILocator sheet) => Assert.Equal(640, await sheet.GetByRole(AriaRole.Img, new()
    {
        Name = "Photo of a business card. Opens in full size.",
    }).EvaluateAsync<int>("async (img) => { await img.decode(); return img.naturalWidth; }"));

    private async Task<string> NewCode(string device = "Tablet 1")
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadDb>();
        var (open, hidden) = EventKey.New();
        var at = await db.Events.SingleOrDefaultAsync();
        if (at is null)
        {
            at = new() { Name = "Spring fair", FormId = (await db.Forms.SingleAsync(form => form.Slug == "event-booth")).Id, PublicKey = open, Pin = Pin };
            db.Events.Add(at);
            await scope.ServiceProvider.GetRequiredService<SecretBox>().Put(db, EventKey.SecretOf(EventKey.IdOf(open)), hidden);
            await db.SaveChangesAsync();
        }
        var code = await scope.ServiceProvider.GetRequiredService<DeviceDoor>().Invite(at.Id, device);
        await db.SaveChangesAsync();
        return code;
    }

    /// As an admin does it.
    private async Task IsRevoked()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor();
        await page.SignsIn("admin@example.com");
        var devices = await page.Opens("/admin/devices");
        await devices.GetByRole(AriaRole.Link, new() { Name = "Tablet 1" }).ClickAsync();
        await devices.Press("Revoke tablet");
        await Expect(devices.Locator(".news")).ToContainTextAsync("Tablet 1 is revoked.");
    }

    private Task<List<int>> Numbers() =>
        App.Query(db => db.Captures.Select(capture => capture.Number).Order().ToListAsync());

    private IEnumerable<string> Files() => tablet.Files().Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)));

    private async Task<string> Scanned()
    {
        var pixels = await tablet.Page.Locator("#code").EvaluateAsync<CanvasPixels>(
            """
            (canvas) => {
              const { width, height } = canvas;
              const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
              return { width, height, dark: [...data].filter((_, at) => at % 4 === 3).map((alpha, at) => alpha > 0 && data[at * 4] < 128) };
            }
            """);
        const int scale = 4;
        var light = new byte[pixels.Width * scale * pixels.Height * scale];
        for (var y = 0; y < pixels.Height * scale; y++)
            for (var x = 0; x < pixels.Width * scale; x++)
                light[(y * pixels.Width * scale) + x] = (byte)(pixels.Dark[(y / scale * pixels.Width) + (x / scale)] ? 0 : 255);
        var picture = new RGBLuminanceSource(light, pixels.Width * scale, pixels.Height * scale, RGBLuminanceSource.BitmapFormat.Gray8);
        // It is nothing but a code: what finds one in a photo misses some of them.
        var bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(picture));
        Dictionary<DecodeHintType, object> pure = new() { [DecodeHintType.PURE_BARCODE] = true };
        return (new QRCodeReader().decode(bitmap, pure) ?? new QRCodeReader().decode(bitmap)).Text;
    }

    private sealed class CanvasPixels
    {
        public int Width { get; init; }
        public int Height { get; init; }
        public bool[] Dark { get; init; } = [];
    }
}
