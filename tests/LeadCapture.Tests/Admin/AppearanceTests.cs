using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

/// Light or dark, close or wide: chosen for a browser, and there in the first byte of the next page.
public class AppearanceTests
{
    private const string Form = "/admin/appearance";

    [Fact]
    public async Task What_is_chosen_stands_on_every_page_of_the_admin_area_and_on_no_other()
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        Assert.Equal((null, null), LookOf(await viewer.Gets("/admin/leads")));

        var chosen = await viewer.Posts(Form, ("theme", "dark"), ("density", "compact"), ("to", "/admin/leads?state=Waiting"));

        Assert.Equal((303, "/admin/leads?state=Waiting"), (chosen.Status, chosen.To));
        var leads = await viewer.Gets("/admin/leads");
        Assert.Equal(("dark", "compact"), LookOf(leads));
        Assert.Equal("dark", leads.Html.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        Assert.Equal(["dark", "compact"], leads.Html.QuerySelector("header")!.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")).Distinct());
        Assert.Equal((null, null), LookOf(await viewer.Gets("/")));
        await viewer.Posts("/admin/logout");
        Assert.Equal(("dark", "compact"), LookOf(await viewer.Gets("/admin/login")));
    }

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("light", "", "light", null)]
    [InlineData("\"><script>", "dense", null, null)]
    public async Task Back_to_the_system_or_anything_else_is_no_choice(string theme, string density, string? stands, string? close)
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        await viewer.Posts(Form, ("theme", "dark"), ("density", "compact"));

        var chosen = await viewer.Posts(Form, ("theme", theme), ("density", density), ("to", "//elsewhere.example.com/admin/"));

        Assert.Equal("/admin", chosen.To);
        Assert.Equal((stands, close), LookOf(await viewer.Gets("/admin/leads")));
    }

    private static (string?, string?) LookOf(Page page) => (
        page.Html.DocumentElement.GetAttribute("data-bs-theme"), page.Html.DocumentElement.GetAttribute("data-density"));
}
