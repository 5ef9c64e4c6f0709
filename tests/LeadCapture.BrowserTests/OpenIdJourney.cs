using LeadCapture.Admin.Users;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace LeadCapture.BrowserTests;

/// Sign-in by a provider of OpenID Connect on another address.
public class OpenIdJourney(Chromium chromium) : Journey(chromium)
{
    private OpenIdProvider provider = null!;

    protected override IReadOnlyList<string> Settings => provider.Settings;

    public override async ValueTask InitializeAsync()
    {
        provider = await OpenIdProvider.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_person_of_the_provider_comes_in_with_keys_alone_and_is_told_why_not()
    {
        Expected.Add("status of 403");
        await App.Adds(Role.Owner);
        provider.Person = provider.Person with { Groups = ["bosses"] };
        var page = await Visitor();
        var sheet = page.Sheet();
        var button = sheet.GetByRole(AriaRole.Link, new() { Name = "Sign in with Example ID" });

        await page.Opens("/admin/login");
        await page.Looks("open-id-login");
        await page.Presses(button);
        await sheet.Shows("Dashboard");
        await page.Opens("/admin/profile");
        await page.Looks("open-id-profile");
        await page.Opens("/admin/users");
        await page.Looks("open-id-users");
        var users = await App.Query(db => db.Users.AsNoTracking().ToListAsync());
        foreach (var user in users)
        {
            await page.Opens("/admin/users/" + user.Id);
            await page.Looks("open-id-user-" + (user.ComesByOpenId ? "there" : "here"));
        }

        await page.Opens("/admin/users/new");
        await sheet.Field("Name").FillAsync("Ben Lee");
        await sheet.Field("Email address").FillAsync("ben@example.com");
        await sheet.Press("Create invitation");
        await sheet.Shows("Confirm your identity");
        await page.Looks("open-id-confirm");
        provider.AskedAt = DateTimeOffset.UtcNow;
        var tab = await page.Context.RunAndWaitForPageAsync(() =>
            sheet.GetByRole(AriaRole.Link, new() { Name = "Sign in again with Example ID" }).ClickAsync());
        await tab.Sheet().Shows("Identity confirmed");
        await tab.CloseAsync();
        await sheet.Press("Continue");
        await sheet.Says("Ben Lee invited.");

        await page.Context.ClearCookiesAsync();
        provider.Refuses = "access_denied";
        await page.Opens("/admin/login");
        await page.Presses(button);
        await sheet.Shows("You did not sign in");
        await page.Looks("open-id-problem");
        provider.Refuses = null;
        await page.Presses(sheet.GetByRole(AriaRole.Link, new() { Name = "Try again" }));
        await sheet.Shows("Dashboard");
    }
}
