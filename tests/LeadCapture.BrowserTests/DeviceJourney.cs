using LeadCapture.Booth;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;

namespace LeadCapture.BrowserTests;

/// Events and their tablets: on every screen, in the light and in the dark.
public class DeviceJourney(Chromium chromium) : Journey(chromium)
{
    private const string Long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenausstellung 2027";

    [Fact]
    public async Task Every_page_of_events_and_tablets_is_accessible_and_fits()
    {
        var page = await SignedIn();
        await page.Opens("/admin/devices");
        await page.Looks("devices-none");
        await page.Opens("/admin/events/new");
        await page.Looks("event-new");
        var device = await Seeds();

        foreach (var (path, name) in ((string, string)[])
        [
            ("/admin/devices", "devices"), ("/admin/devices/" + device, "device"), ("/admin/events/1/report", "event-report"),
            ("/admin/events/2/report", "event-report-none"), ("/admin/events/3/report", "event-report-complete"),
            ("/admin/events/1/ready", "event-ready"), ("/admin/events/1/key", "event-key"),
        ])
        {
            await page.Opens(path);
            await page.Looks(name);
        }
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var path in (string[])["/admin/events/1/report", "/admin/events/1/ready"])
        {
            await page.Opens(path);
            Assert.False(await page.Locator(".side").IsVisibleAsync());
            Assert.False(await page.Locator(".content .btn").First.IsVisibleAsync());
        }
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(768, true)]
    public async Task A_tablet_is_paired_by_a_code_that_a_camera_reads(int width, bool isBeside)
    {
        await Seeds();
        var page = await SignedIn(width);
        var sheet = await page.Opens("/admin/devices");
        var form = sheet.Locator("[data-event='2'] .pair-form");
        var (input, button) = ((await form.Locator("input.form-control").BoundingBoxAsync())!, (await form.Locator("button").BoundingBoxAsync())!);
        Assert.Equal(isBeside, Math.Abs(input.Y - button.Y) < 2);

        await form.Locator("button").ClickAsync();
        await sheet.Shows("Pair Tablet 1");

        await page.Looks("pairing");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(255, 255, 255), true", await sheet.Locator(".pairing-qr").EvaluateAsync<string>(
            "box => [getComputedStyle(box).backgroundColor, parseFloat(getComputedStyle(box).paddingLeft) >= 8].join(', ')"));
        Assert.Matches("^[0-9A-Z]{4} [0-9A-Z]{4}$", await sheet.Locator(".pairing-code strong").TextContentAsync());
    }

    private async Task<IPage> SignedIn(int width = 1280)
    {
        var page = await Visitor(width: width);
        await page.SignsIn((await App.Adds(Role.Owner)).Email!);
        await page.Sheet().Shows("Dashboard");
        return page;
    }

    /// One event with everything, one with nothing, and one that is over; gives a tablet of the first.
    private Task<Guid> Seeds() => App.Query(async db =>
    {
        var now = DateTime.UtcNow;
        Event[] events = [NewEvent(Long), NewEvent("Open day"), NewEvent("Spring fair")];
        events[0].Goal = 500;
        (events[0].StartsOn, events[0].EndsOn) = (new(2027, 3, 14), new(2027, 3, 16));
        db.Events.AddRange(events);
        await db.SaveChangesAsync();
        BoothDevice[] devices =
        [
            NewDevice(events[0], "Tablet by the entrance of hall 4.2, left of the coffee bar"), NewDevice(events[0], Long[..60]), NewDevice(events[2], "Tablet B"),
        ];
        (devices[0].Captured, devices[0].LastSeenAt, devices[0].ClockAhead, devices[0].IsPersistent) = (9, now, 86_400_000, false);
        (devices[1].RevokedAt, devices[1].LastSeenAt) = (now, now.AddHours(-7));
        db.Devices.AddRange(devices);
        await db.SaveChangesAsync();
        foreach (var (device, number) in devices.SelectMany(device => Enumerable.Range(1, 4).Select(number => (device, number))))
            db.Captures.Add(new()
            {
                DeviceId = device.Id,
                Id = Guid.NewGuid(),
                EventId = device.EventId,
                Number = number,
                CapturedAt = now.AddHours(-number),
                ReceivedAt = now.AddHours(-number).AddSeconds(90),
                Unopened = $"{EventKey.IdOf(events[0].PublicKey)}.0.AAAA",
            });
        db.Secrets.Add(new() { Name = EventKey.SecretOf(EventKey.IdOf(events[0].PublicKey)), Protected = "", ChangedAt = now });
        await db.SaveChangesAsync();
        return devices[0].Id;

        Event NewEvent(string name) => new() { Name = name, FormId = 2, PublicKey = EventKey.New().Public, Pin = "4711", CreatedAt = now };

        BoothDevice NewDevice(Event at, string name) => new()
        {
            Id = Guid.CreateVersion7(),
            EventId = at.Id,
            Name = name,
            TokenHash = Guid.NewGuid().ToString(),
            Key = "",
            PairedAt = now,
            Browser = "Chrome on Android",
            Version = "0123456789ab",
            Battery = 80,
        };
    });
}
