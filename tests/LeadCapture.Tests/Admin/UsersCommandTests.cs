using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// The command line works beside the program that runs.
public class UsersCommandTests
{
    [Fact]
    public async Task Users_are_listed_and_one_gets_back_in_without_password_and_phone()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        await app.Adds(Role.Viewer);
        await app.Query(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, true)));

        var (listed, list) = await app.Runs("users", "list");
        var (unknown, answer) = await app.Runs("users", "reset", "nobody@example.com");
        var (made, text) = await app.Runs("users", "reset", "Viewer@example.com");

        Assert.Equal((0, 1, 0), (listed, unknown, made));
        Assert.Equal(["owner@example.com\tOwner\tActive", "viewer@example.com\tViewer\tActive"],
            list.Trim().Split('\n').Select(line => string.Join('\t', line.Split('\t')[..3])));
        Assert.Contains("No user has this email address", answer, StringComparison.Ordinal);
        var link = new Uri(text.Trim().Split('\n')[^1]).AbsolutePath;
        await browser.Does("/admin/logout");
        await browser.Does(link, ("newPassword", Users.Another));
        Assert.Equal("/admin", (await browser.SignsIn("viewer@example.com", Users.Another)).To);
        Assert.Equal(410, (await browser.Gets(link)).Status);
    }

    [Fact]
    public async Task The_link_begins_with_the_public_address()
    {
        await using var app = await TestApp.Start();
        await app.Adds(Role.Viewer);

        var (_, text) = await app.Runs("users", "reset", "viewer@example.com", "--PublicUrl=https://leads.example.com/fair/");

        Assert.StartsWith(
            "https://leads.example.com/fair/admin/welcome/", text.Trim().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_it_says_so_and_makes_none()
    {
        var folder = Directory.CreateTempSubdirectory("leadcapture-test-").FullName;

        var (exitCode, text) = await CommandLine.Run("users", "list", $"--DataDirectory={folder}");
        var (usage, help) = await CommandLine.Run("users", "remove");

        Assert.Equal((1, 1), (exitCode, usage));
        Assert.Contains("Start LeadCapture once", text, StringComparison.Ordinal);
        Assert.Contains("users reset EMAIL", help, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder);
    }
}
