using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Support;

/// Leads that need somebody, and what an operator does about them.
internal static class LeadSteps
{
    public const string Ann = "ann@example.com";

    /// A lead of Ann that Reply.io refused because of this field; the next one it takes.
    public static async Task<string> IsRefused(this TestApp app, string field = "firstName", string form = "contact")
    {
        app.ReplyIo.State.Play(new(Scene.Refuse, Calls: 1, Field: field));
        await app.Submits(Ann, form);
        await app.Reaches(Ann, DeliveryState.NeedsAttention);
        return await app.PathOf(Ann);
    }

    public static async Task<string> PathOf(this TestApp app, string email) =>
        "/admin/leads/" + (await app.DeliveryOf(email)).LeadId;

    /// What the form of the page would send, with these inputs typed over.
    public static async Task<Page> SendsForm(this AdminBrowser browser, Page page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.Html.QuerySelector("form.correction")!;
        var kept = page.Inputs.Where(input => input.Name != "__RequestVerificationToken" && typed.All(one => one.Name != input.Name));
        return await browser.Posts(form.GetAttribute("action")!, [.. kept, .. typed, ("action", action)]);
    }

    /// A press of a button of the lead's page.
    public static Task<Page> Decides(this AdminBrowser browser, Page page, string act, params (string Name, string Value)[] inputs)
    {
        var form = page.Html.QuerySelector($"form[action$='/{act}']")!;
        return browser.Posts(form.GetAttribute("action")!,
            [("attempts", form.QuerySelector("[name=attempts]")!.GetAttribute("value")!), .. inputs]);
    }

    /// A worker holds it, until it is let go again.
    public static Task<int> Leases(this TestApp app, bool held) => app.Query(db =>
    {
        Guid? attempt = held ? Guid.NewGuid() : null;
        return db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.AttemptId, attempt));
    });
}
