using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

public class AdminJourney(Chromium chromium) : Journey(chromium)
{
    private static readonly string[] Places =
    [
        "/admin", "/admin/settings", "/admin/settings/limits", "/admin/settings/sending", "/admin/settings/alerts", "/admin/settings/server",
        "/admin/users", "/admin/users/new", "/admin/audit?from=2020-01-01&to=2020-01-02",
        "/admin/audit", "/admin/profile", "/admin/profile/second-factor",
    ];

    /// Passkeys belong to a name: an address in numbers has none.
    protected override string Home => App.Address.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_user_signs_in_finds_a_place_by_the_navigation_and_leaves(bool script)
    {
        await App.Adds(Role.Owner);
        var page = await Visitor(script, width: 360, height: 740);
        var sheet = page.Sheet();

        await page.SignsIn("owner@example.com", "not the password");
        await Expect(sheet.Locator("#error-summary")).ToContainTextAsync("Sign-in failed.");
        await page.SignsIn("owner@example.com");
        await sheet.Shows("Dashboard");
        await sheet.Locator(".menu > summary").ClickAsync();
        await sheet.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await sheet.Shows("Reply.io connection");
        await sheet.Locator(".menu > summary").ClickAsync();
        await sheet.Locator(".menu").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await sheet.Says("You have been signed out.");
        await page.GotoAsync("/admin");
        await sheet.Shows("Sign in");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_user_sets_up_a_second_factor_and_signs_in_with_it(bool script)
    {
        await App.Adds(Role.Operator);
        var page = await Visitor(script);
        var sheet = page.Sheet();
        await page.SignsIn("operator@example.com");
        await page.Opens("/admin/profile");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Set up two-factor authentication" }).ClickAsync();

        var key = await sheet.Locator(".secret-key").InnerTextAsync();
        await Expect(sheet.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await sheet.Field("Enter the code shown in the app").FillAsync(Users.CodeOf(key));
        await sheet.Field("Enter your current password").FillAsync(Users.Password);
        await sheet.Press("Turn on two-factor authentication");
        await sheet.Shows("Recovery codes");
        var recovery = await sheet.Locator(".codes code").First.InnerTextAsync();
        await LooksRight();
        await sheet.GetByRole(AriaRole.Link, new() { Name = "I saved my codes" }).ClickAsync();
        await LooksRight();

        foreach (var code in (string[])[Users.CodeOf(key, 1), recovery])
        {
            await sheet.Locator(".unfolded").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.SignsIn("operator@example.com");
            await sheet.Shows("Enter your code");
            await LooksRight();
            await sheet.Field("Code").FillAsync(code);
            await sheet.Press("Continue");
            await sheet.Shows("Dashboard");
        }

        // axe is a script itself.
        Task LooksRight() => script ? page.IsAccessible() : Task.CompletedTask;
    }

    [Fact]
    public async Task A_user_adds_a_passkey_and_signs_in_without_a_password()
    {
        await App.Adds(Role.Viewer);
        var page = await Visitor();
        await page.HasPasskeys();
        var sheet = page.Sheet();
        await page.SignsIn("viewer@example.com");

        await page.Opens("/admin/profile");
        await sheet.Field("Name of the new passkey").FillAsync("Work laptop");
        await sheet.Press("Add passkey");
        await Expect(sheet.Locator("[data-passkey-error]")).ToHaveTextAsync("This password is incorrect");
        await Expect(sheet.Field("To add it, enter your current password")).ToBeFocusedAsync();
        await page.Looks("passkey-refused");
        await sheet.Field("To add it, enter your current password").FillAsync(Users.Password);
        await sheet.Press("Add passkey");
        await sheet.Says("Passkey added. You can now sign in with it.");
        await Expect(sheet.GetByLabel("Passkey name")).ToHaveValueAsync("Work laptop");
        await page.IsAccessible();
        await sheet.GetByLabel("Passkey name").FillAsync("Laptop");
        await sheet.Press("Rename Work laptop");
        await sheet.Says("Passkey renamed.");

        await sheet.Locator(".unfolded").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await sheet.Press("Sign in with passkey");
        await sheet.Shows("Dashboard");

        await page.Opens("/admin/profile");
        await sheet.Press("Remove Laptop");
        await sheet.Says("Passkey removed.");
        await sheet.Locator(".unfolded").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await sheet.Press("Sign in with passkey");
        await Expect(sheet.Locator("#error-summary")).ToContainTextAsync("This passkey was not accepted.");
    }

    [Fact]
    public async Task An_owner_invites_a_user_who_comes_in_by_the_link()
    {
        await App.Adds(Role.Owner);
        var page = await Visitor();
        var sheet = page.Sheet();
        await page.SignsIn("owner@example.com");
        await page.Opens("/admin/users");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Invite user" }).ClickAsync();
        await sheet.Press("Create invitation");
        await Expect(sheet.Locator("#error-summary")).ToBeFocusedAsync();
        await page.IsAccessible();
        await sheet.Field("Name").FillAsync("Ben Lee");
        await sheet.Field("Email address").FillAsync("ben@example.com");
        await sheet.Field("Role").SelectOptionAsync("Operator");
        await sheet.Press("Create invitation");
        await sheet.Says("Ben Lee invited.");
        await page.IsAccessible();
        var link = await sheet.GetByLabel("One-time link").InputValueAsync();

        var guest = await Visitor(width: 360);
        await guest.GotoAsync(link);
        await guest.Sheet().Shows("Welcome to LeadCapture");
        await guest.IsAccessible();
        await guest.Sheet().Field("Password").FillAsync(Users.Password);
        await guest.Sheet().Press("Set password");
        await guest.Sheet().Says("Password saved. Sign in with it.");
        await guest.SignsIn("ben@example.com");
        await guest.Sheet().Shows("Dashboard");
        await Expect(guest.Sheet().Locator(".self-role").First).ToHaveTextAsync("Operator");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_can_take_an_account_asks_first_and_what_was_typed_goes_on(bool script)
    {
        await App.Adds(Role.Owner);
        var page = await Visitor(script);
        var sheet = page.Sheet();
        await page.SignsIn("owner@example.com");
        await Ages();
        await page.Opens("/admin/users/new");
        await sheet.Field("Name").FillAsync("Ben Lee");
        await sheet.Field("Email address").FillAsync("ben@example.com");
        await sheet.Press("Create invitation");
        await sheet.Shows("Confirm your identity");
        await sheet.Field("Your password").FillAsync("not the password");
        await sheet.Press("Confirm");
        await Expect(sheet.Locator("#error-summary")).ToContainTextAsync("This password is incorrect");
        if (script)
            await page.Looks("confirm");
        await sheet.Field("Your password").FillAsync(Users.Password);
        await sheet.Press("Confirm");
        await sheet.Says("Ben Lee invited.");

        if (!script)
            return;
        await page.HasPasskeys();
        await page.Opens("/admin/profile");
        await sheet.Field("To add it, enter your current password").FillAsync(Users.Password);
        await sheet.Press("Add passkey");
        await sheet.Says("Passkey added. You can now sign in with it.");
        await Ages();
        await sheet.Press("Remove Passkey");
        await sheet.Press("Confirm with passkey");
        await sheet.Says("Passkey removed.");
    }

    /// The last time that somebody showed who they are is a while ago.
    private Task<int> Ages() => App.Query(db => db.SignIns.ExecuteUpdateAsync(
        set => set.SetProperty(signIn => signIn.ProvenAt, DateTime.UtcNow.AddMinutes(-6))));

    [Fact]
    public async Task Every_place_is_accessible_and_fits_the_screen()
    {
        Expected.Add("status of 410");
        await App.Adds(Role.Owner);
        var viewer = await App.Adds(Role.Viewer, "a.viewer.with.a.long.address@department.example.com");
        await FillAudit();
        var page = await Visitor();

        await Looks(page, "/admin/login");
        await Looks(page, "/admin/welcome/over");
        await page.SignsIn("owner@example.com");
        await Looks(page, "/admin?empty");
        App.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await App.Submits("refused@example.com");
        await App.Submits("ann@example.com");
        await App.Services.GetRequiredService<GateSwitch>().Pause("Paused by Ann Lee: Reply.io is being moved");
        foreach (var place in Places.Append("/admin/users/" + viewer.Id))
            await Looks(page, place);
        await page.Opens("/admin");
        await page.Sheet().Locator(".numbers summary").ClickAsync();
        await page.Looks("numbers");
        await page.SetViewportSizeAsync(360, 740);
        await page.Sheet().Locator(".menu > summary").ClickAsync();
        await page.Looks("menu");
    }

    private static async Task Looks(IPage page, string path)
    {
        await page.Opens(path);
        await page.Looks(path.Trim('/').Replace('/', '_').Replace('?', '_').Split('=')[0]);
    }

    private Task<int> FillAudit() => App.Query(db =>
    {
        for (var day = 0; day < 60; day++)
            db.AuditEntries.Add(new()
            {
                At = DateTime.UtcNow.AddDays(-day),
                Who = "Ann Lee <ann.lee@department.example.com>",
                Act = AuditAction.ChangedRole,
                Kind = "user",
                SubjectId = Guid.NewGuid().ToString(),
                Text = "from Viewer to Operator",
                Address = "2001:db8:85a3::8a2e:370:7334",
            });
        return db.SaveChangesAsync();
    });
}
