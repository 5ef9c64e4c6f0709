using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Data;

/// The SQLite file goes away under the running program: nobody is thanked for what would go with it.
public class LostFileTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("-wal", false)]
    [InlineData("", true)]
    public async Task A_visitor_is_not_thanked_and_what_was_stored_is_rescued(string ending, bool replaced)
    {
        // PostgreSQL's files are its own.
        if (TestApp.OnPostgreSql)
            return;
        await using var app = await TestApp.Start();
        foreach (var email in ClockSteps.People(5))
            await app.Submits(email);
        var confirmation = await app.Submits("ann@example.com");
        File.Delete(app.FileOf(ending));
        if (replaced)
            await Template.CopySqlite(app.Folder);

        using var refused = await app.Posts("/f/contact", ("email", "ben@example.com"), ("notes", "Please call"));
        using var again = await app.Posts("/f/contact", ("email", "carl@example.com"));

        Assert.Equal((503, 503), ((int)refused.StatusCode, (int)again.StatusCode));
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(["ben@example.com", "Please call"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        using var ready = await app.Answers(HttpMethod.Get, "/health/ready");
        Assert.Equal(503, (int)ready.StatusCode);
        using var shown = await app.Answers(HttpMethod.Get, confirmation);
        Assert.Equal(200, (int)shown.StatusCode);
        await TestApp.Eventually(() => Task.FromResult(Rescued(app) is not null), "a rescued copy");
        Assert.Equal(6, await Cutting.Counts(
            Rescued(app)!, "SELECT count(*) FROM leads JOIN deliveries ON lead_id = id WHERE leads.email NOT IN ('ben@example.com')"));
        Assert.Single(await app.EndsWithLog(), line => line.Contains("database file", StringComparison.Ordinal)
            && line.Contains("[ERR]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_makes_a_new_file_in_its_place()
    {
        if (TestApp.OnPostgreSql)
            return;
        await using var app = await TestApp.Start();
        await app.Submits("ann@example.com");
        foreach (var file in Directory.GetFiles(app.Folder, "leadcapture.db*"))
            File.Delete(file);

        string[] paths = ["/health/ready", "/metrics", "/f/contact", "/api/leads/" + new string('0', 26), "/admin/login"];
        foreach (var path in paths)
            using (await app.Answers(HttpMethod.Get, path)) { }
        using (await app.Posts("/f/contact", ("email", "ben@example.com"))) { }
        using (await app.Posts("/admin/login", ("email", "ben@example.com"), ("password", "nothing"))) { }

        Assert.False(File.Exists(app.FileOf()));
    }

    private static string? Rescued(TestApp app) => Directory.GetFiles(app.Folder, "*.rescued-*.db").SingleOrDefault();
}
