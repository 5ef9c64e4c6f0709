using System.Text.Json;
using System.Text;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Admin;

/// What no eye sees before a sign hides no formula from us.
public class CsvTests
{
    public static TheoryData<int> Unseen =>
    [
        0x202E, 0x200E, 0x2066, 0x200D, 0x00A0, 0x3000, 0x2003, 0x2028, 0x180E, 0x061C, 0x034F, 0x115F, 0x3164, 0xFFA0, 0x2800,
        0x17B4, 0xFE0F, 0xE0001, 0xE0100, 0xFFF9, 0x1D173, 0x0301,
    ];

    [Theory]
    [MemberData(nameof(Unseen))]
    public async Task A_formula_behind_what_is_not_seen_is_text_and_comes_back_as_it_was(int sign)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var unseen = new Rune(sign).ToString();
        string[] typed = ["a" + unseen, $"{unseen}=1+1", $"'{unseen}{unseen}@x", $"{unseen} ＝1"];
        await app.IsThanked("/f/contact", ("email", Ann), ("company", typed[0]), ("city", typed[1]), ("state", typed[2]),
            ("title", typed[3]));

        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));

        var stored = JsonDocument.Parse((await app.DeliveryOf(Ann)).Lead!.AnswersJson).RootElement.GetProperty("properties");
        foreach (var (column, name) in ((string, string)[])
            [("City", "city"), ("State or province", "state"), ("Job title", "title")])
            Assert.Equal("'" + stored.GetProperty(name).GetString(), sheet.Cell(Ann, column));
        Assert.Equal(stored.GetProperty("company").GetString(), sheet.Cell(Ann, "Company"));
        Assert.Equal(("0", "1", "0"), (await browser.Checks(sheet.Text())).Counts());
    }

    [Fact]
    public async Task Who_only_looks_takes_no_file_of_leads_along()
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var operators = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Submits(Ann);

        Assert.Equal(403, (await viewer.Gets("/admin/leads.csv")).Status);
        Assert.DoesNotContain("leads.csv", (await viewer.Gets("/admin/leads")).Source, StringComparison.Ordinal);
        Assert.Contains("leads.csv", (await operators.Gets("/admin/leads")).Source, StringComparison.Ordinal);
        Assert.Equal(200, (await operators.Gets("/admin/leads.csv")).Status);
    }
}
