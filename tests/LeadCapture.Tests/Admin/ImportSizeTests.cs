using System.Text;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

public class ImportSizeTests
{
    [Theory]
    [InlineData(501)]
    [InlineData(500_000)]
    public async Task A_file_with_too_many_columns_is_told_about_at_once(int columns)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        var answer = await browser.Uploads(Importing.Here, File(columns));

        Assert.Equal(422, answer.Status);
        Assert.Contains("more than 500 columns", answer.ErrorOf("file"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_columns_are_read()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        Assert.Equal(("0", "0", "1"), (await browser.Checks(File(500))).Counts());
    }

    [Fact]
    public void Reading_ends_with_the_request()
    {
        var text = Encoding.UTF8.GetString(File(500));

        Assert.Throws<OperationCanceledException>(() => LeadTableReader.Read(text, new CancellationToken(canceled: true)));
    }

    private static byte[] File(int columns) => Encoding.UTF8.GetBytes(
        "Lead ID,Version," + string.Join(',', Enumerable.Range(2, columns - 2).Select(place => $"c{place}"))
        + $"\n{Guid.NewGuid()},0,{new string(',', columns - 3)}\n");
}
