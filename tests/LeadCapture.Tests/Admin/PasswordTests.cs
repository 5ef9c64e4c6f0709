using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

public class PasswordTests
{
    private const string Guessed = "Error: This password is easy to guess. Use a few words that don't belong together.";
    private const string Short = "Error: Choose a password of at least 10 characters";

    [Theory]
    [InlineData("password", Short)]
    [InlineData("12345678", Short)]
    [InlineData("k7!xQ9#vP", Short)]
    [InlineData("1234567890", Guessed)]
    [InlineData("passwordpassword", Guessed)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", Guessed)]
    [InlineData("LeadCapture2026", Guessed)]
    [InlineData("viewer@example.com", Guessed)]
    public async Task A_password_that_is_guessed_soon_is_not_taken(string password, string why)
    {
        await using var app = await TestApp.Start();
        var viewer = await app.Adds(Role.Viewer);
        using var owner = await AdminBrowser.SignedIn(app);
        using var here = AdminBrowser.Of(app);
        await here.SignsIn(viewer.Email!);
        var made = await owner.Does($"/admin/users/{viewer.Id}/link");
        var link = new Uri(made.Html.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        using var guest = AdminBrowser.Of(app);

        Assert.Equal(why, (await guest.Posts(link, ("newPassword", password))).ErrorOf("newPassword"));
        var changed = await here.Posts("/admin/profile/password", ("currentPassword", Users.Password), ("newPassword", password));
        Assert.Equal(why, changed.ErrorOf("newPassword"));
        await guest.Does(link, ("newPassword", Users.Another));
        Assert.Equal(303, (await guest.SignsIn(viewer.Email!, Users.Another)).Status);
    }

    [Theory]
    [InlineData("geheim", true)]
    [InlineData("ann@example.com", true)]
    [InlineData(Users.Password, false)]
    public async Task A_weak_password_of_the_settings_is_warned_of_and_the_program_starts(string password, bool weak)
    {
        await using var app = await TestApp.Start("Admin:Email=ann@example.com", "Admin:Password=" + password);
        using var browser = AdminBrowser.Of(app);

        Assert.Equal("/admin", (await browser.SignsIn("ann@example.com", password)).To);
        var log = await app.EndsWithLog();
        Assert.Equal(weak, log.Any(line => line.Contains("Admin:Password is easy to guess", StringComparison.Ordinal)));
        Assert.DoesNotContain(log, line => line.Contains(password, StringComparison.Ordinal));
    }
}
