using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using static LeadCapture.Tests.Support.RefusalSteps;

namespace LeadCapture.Tests.Admin;

public class FixPreviewTests
{
    private const string Ann = "ann@example.com", Bob = "bob@example.com", Carl = "carl@example.com";

    [Fact]
    public async Task A_country_code_is_proposed_for_phone_numbers_and_added_where_it_is_missing()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        await app.IsRefusedFor(Bob, ("phone", "0049 (89) 987 65-43"));
        await app.IsRefusedFor(Carl, ("phone", "call me"));
        var here = await app.FixPageOf(Ann);

        var page = await browser.Gets(here);
        Assert.Equal(("CountryCode", "phone", ""), (page.ValueOf("kind"), page.ValueOf("field"), page.ValueOf("code")));
        var before = await app.Everything();
        var preview = await browser.Posts(here, ("kind", "CountryCode"), ("field", "phone"), ("code", "+49"));

        Assert.Equal((200, "2 1 0"), (preview.Status, preview.Effects()));
        Assert.Equal(("030 123456", "+4930123456"), await app.DiffOf(preview, Ann));
        Assert.Equal(("0049 (89) 987 65-43", "+49899876543"), await app.DiffOf(preview, Bob));
        Assert.Contains("Add the country code +49 to “Phone number” where it has none", preview.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await app.Everything());
    }

    [Fact]
    public async Task A_custom_field_that_is_not_known_is_proposed_to_be_renamed_and_no_key_comes_twice()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, Custom(0, "buget", "10"));
        await app.IsRefusedFor(Bob, [.. Custom(0, "budget", "20"), .. Custom(1, "Buget", "30")]);
        var here = await app.FixPageOf(Ann);

        var page = await browser.Gets(here);
        Assert.Equal(("Rename", "Buget"), (page.ValueOf("kind"), page.ValueOf("from")));
        var preview = await browser.Posts(here, ("kind", "Rename"), ("from", "buget"), ("to", "budget"));

        Assert.Equal("1 0 1", preview.Effects());
        Assert.Contains("There is another custom field named “budget”", preview.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal("0 2 0", (await browser.Posts(here, ("kind", "Rename"), ("from", "shoeSize"), ("to", "size"))).Effects());
    }

    [Fact]
    public async Task A_default_fills_what_is_empty_or_all_and_never_gives_all_the_same_address()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"), ("companySize", "Ten"));
        await app.IsRefusedFor(Bob, ("phone", "030 123456"));
        var here = await app.FixPageOf(Ann);
        Task<Page> Sets(string field, string value, string everywhere) => browser.Posts(here,
            ("kind", "Default"), ("field", field), ("value", value), ("everywhere", everywhere));

        var empty = await Sets("companySize", "11-50", "false");
        Assert.Equal("1 1 0", empty.Effects());
        Assert.Equal((null, "11-50"), await app.DiffOf(empty, Bob));
        Assert.Equal("2 0 0", (await Sets("companySize", "Fifty", "true")).Effects());
        Assert.Equal("0 0 2", (await Sets("companySize", "huge", "true")).Effects());
        Assert.Equal("2 0 0", (await Sets("/leadSource", "Fair", "false")).Effects());
        Assert.NotNull((await Sets("email", "all@example.com", "true")).ErrorOf("field"));
    }

    [Fact]
    public async Task Trimming_takes_out_what_nobody_sees()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 \u202D 123456"), ("company", "Sun\u00A0 Ltd"));
        await app.IsRefusedFor(Bob, ("phone", "030 123456"));
        var here = await app.FixPageOf(Ann);

        var one = await browser.Posts(here, ("kind", "Trim"), ("field", "phone"));
        Assert.Equal("1 1 0", one.Effects());
        Assert.Equal("030 123456", (await app.DiffOf(one, Ann)).Is);
        var all = await browser.Posts(here, ("kind", "Trim"), ("field", ""));
        Assert.Contains("Sun Ltd", all.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, all.Html.QuerySelectorAll("[data-effect=Changed] ins").Length);
    }

    [Fact]
    public async Task A_field_is_dropped_but_not_the_last_way_to_reach_somebody()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, [.. Custom(0, "buget", "10"), ("linkedInUrl", "https://www.linkedin.com/in/ann")]);
        await app.IsRefusedFor(Bob, Custom(0, "buget", "20"));
        var here = await app.FixPageOf(Ann);

        var dropped = await browser.Posts(here, ("kind", "Drop"), ("field", "/buget"));
        Assert.Equal("2 0 0", dropped.Effects());
        Assert.Equal(("10", null), await app.DiffOf(dropped, Ann));
        Assert.Equal("1 0 1", (await browser.Posts(here, ("kind", "Drop"), ("field", "email"))).Effects());
        Assert.Equal("0 2 0", (await browser.Posts(here, ("kind", "Drop"), ("field", "/shoeSize"))).Effects());
    }

    [Theory]
    [InlineData("Rename", "from", "")]
    [InlineData("Rename", "to", "")]
    [InlineData("Default", "field", "noField")]
    [InlineData("Default", "value", "")]
    [InlineData("CountryCode", "code", "germany")]
    [InlineData("CountryCode", "code", "+999")]
    [InlineData("Drop", "field", "")]
    [InlineData("Trim", "field", "/")]
    public async Task What_is_wrong_stands_beside_its_input_and_nothing_that_was_typed_is_lost(string kind, string input, string value)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, [("phone", "030 123456"), .. Custom(0, "buget", "10")]);
        (string, string)[] good = kind switch
        {
            "Rename" => [("from", "buget"), ("to", "budget")],
            "Default" => [("field", "company"), ("value", "Sun Ltd")],
            "CountryCode" => [("field", "phone"), ("code", "+49")],
            _ => [("field", "phone")],
        };

        var page = await browser.Posts(await app.FixPageOf(Ann),
            [("kind", kind), .. good.Select(one => one.Item1 == input ? (input, value) : one)]);

        Assert.Equal(422, page.Status);
        Assert.NotNull(page.ErrorOf(input));
        Assert.Equal("", page.Effects());
        foreach (var (name, kept) in good.Where(one => one.Item1 != input))
            Assert.Equal(kept, page.ValueOf(name));
    }

    [Fact]
    public async Task A_large_group_is_shown_page_by_page_and_nothing_typed_stands_in_an_address()
    {
        await using var app = await TestApp.Start(Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        foreach (var email in ClockSteps.People(23))
            await app.IsRefusedFor(email, ("phone", "030 123456"));
        var here = await app.FixPageOf("lead1@example.com");

        var page = await browser.Posts(here, ("kind", "CountryCode"), ("field", "phone"), ("code", "+49"));
        Assert.Equal(("23 0 0", 20), (page.Effects(), page.Html.QuerySelectorAll("[data-lead]").Length));
        var older = page.Html.QuerySelector("form:has([name=before])")!;
        Assert.DoesNotContain('?', older.GetAttribute("action")!);
        page = await browser.Posts(here, [.. older.QuerySelectorAll("input")
            .Select(one => (one.GetAttribute("name")!, one.GetAttribute("value")!)).Where(one => !one.Item1.StartsWith("__", StringComparison.Ordinal))]);

        Assert.Equal(("23 0 0", 3), (page.Effects(), page.Html.QuerySelectorAll("[data-lead]").Length));
        Assert.Null(page.Html.QuerySelector("[name=before]"));
        Assert.Equal(200, (await browser.Posts(here, ("kind", "Trim"), ("before", "nonsense"))).Status);
    }

    [Fact]
    public async Task An_unknown_kind_in_an_address_shows_the_proposal()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        var here = await app.FixPageOf(Ann);

        Assert.Equal("CountryCode", (await browser.Gets(here + "?kind=77")).ValueOf("kind"));
        Assert.Equal("Drop", (await browser.Gets(here + "?kind=Drop")).ValueOf("kind"));
        Assert.Equal(422, (await browser.Posts(here, ("kind", "Nonsense"))).Status);
    }
}
