using LeadCapture.Catalogue;
using LeadCapture.Forms.Fields;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Catalogue;

/// A form with a custom field, and a Reply.io where somebody renames it.
internal static class DriftSteps
{
    public const string Page = "/admin/forms/drift";

    public static Field Budget { get; } = new() { Key = "budget", Kind = FieldKinds.Text, Label = "Your budget" };

    public static ReplyIoCatalogue Catalogue(this TestApp app) => app.Services.GetRequiredService<ReplyIoCatalogue>();

    public static Task<CatalogueState> Checks(this TestApp app) => app.Catalogue().Refresh(TestContext.Current.CancellationToken);

    /// Time passes until the program has read it by itself.
    public static Task IsRead(this TestApp app) => app.PassesUntil(
        CatalogueSchedule.Nightly.Pause, async () => (await app.Catalogue().Get()).IsRead, TimeSpan.FromHours(1));

    public static Task AsksForBudget(this TestApp app) => app.Publishes("landing-page", form => form.And(Budget));

    /// A visitor sends the landing page with a budget.
    public static async Task SendsBudget(this TestApp app, string email, string budget = "10,000", string key = "budget")
    {
        using var answer = await app.Posts("/f/landing-page", ("email", email), ("firstName", "Ann"),
            ("customFields[0].key", "consent"), ("customFields[0].value", "yes"), ("customFields[1].key", key), ("customFields[1].value", budget));
        Assert.Equal((303, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// What Reply.io has of this person under this name; null: nothing.
    public static string? StoredAs(this TestApp app, string email, string title)
    {
        var json = app.ReplyIo.State.Contacts.Single(contact => contact.Email == email).Json;
        return LeadCapture.ReplyIo.Contact.Parse(json)!.CustomFields!.SingleOrDefault(field => field.Key == title)?.Value;
    }

    /// Presses the button of the only field, as a browser would: with what its select shows.
    public static Task<Page> AcceptsSuggestion(this AdminBrowser browser, Page page)
    {
        var form = page.Html.QuerySelector("[data-drift] form")!;
        var inputs = page.Inputs.Where(input => input.Name is "form" or "key" or "to");
        return browser.Does(form.GetAttribute("action")!, [.. inputs]);
    }
}
