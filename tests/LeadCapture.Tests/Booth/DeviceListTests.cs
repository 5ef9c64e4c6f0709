using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Booth;

/// What the page of events and tablets shows.
public class DeviceListTests
{
    private const int PageSize = 20;

    [Fact]
    public async Task Older_events_are_on_further_pages()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var ids = new List<string>();
        for (var number = 0; number <= PageSize; number++)
            ids.Insert(0, $"{await admin.MakesEvent(app, $"Fair {number}")}");

        var newest = await admin.Gets("/admin/devices");
        var older = await admin.Gets(newest.Html.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        var back = await admin.Gets(older.Html.QuerySelector(".pager a")!.GetAttribute("href")!);

        Assert.Equal(ids[..PageSize], EventsOn(newest));
        Assert.Equal(ids[PageSize..], EventsOn(older));
        Assert.Null(older.Html.QuerySelector(".pager a[rel=next]"));
        Assert.Equal(ids[..PageSize], EventsOn(back));
    }

    private static string[] EventsOn(Page page) =>
        [.. page.Html.QuerySelectorAll("[data-event]").Select(one => one.GetAttribute("data-event")!)];
}
