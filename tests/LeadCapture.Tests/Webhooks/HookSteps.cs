using LeadCapture.Tests.Support;
using LeadCapture.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Webhooks;

/// What somebody does who has another program told of leads.
internal static class HookSteps
{
    /// The path of its page, and its secret. Without other events: it hears of new leads.
    public static async Task<(string Path, string Secret)> Hooks(
        this TestApp app, AdminBrowser admin, string address, params (string, string)[] inputs)
    {
        var added = await admin.Posts("/admin/forms/contact/notifications/webhooks",
            [("address", address), .. inputs, .. inputs.Any(input => input.Item1 == "events") ? [] : new[] { ("events", "Created") }]);
        Assert.Equal(303, added.Status);
        var page = await admin.Gets(added.To!);
        return (added.To!, page.Html.QuerySelector("#secret")!.GetAttribute("value")!);
    }

    public static Task LooksForWebhooks(this TestApp app) =>
        app.Services.GetRequiredService<WebhookWatch>().Look(TestContext.Current.CancellationToken);

    /// Whatever happened so far was noted, and nothing waits to be sent.
    public static async Task HasLooked(this TestApp app)
    {
        await app.LooksForWebhooks();
        await app.Asks(async messages => !await messages.AnyAsync(message => message.State == WebhookState.Waiting && message.Attempts == 0));
    }

    public static Task Ends(this TestApp app, WebhookState state) =>
        app.Asks(messages => messages.AllAsync(message => message.State == state));

    public static Task Asks(this TestApp app, Func<IQueryable<WebhookMessage>, Task<bool>> isSo) =>
        TestApp.Eventually(() => app.Query(db => isSo(db.WebhookMessages.AsNoTracking())), "so among the messages of webhooks");
}
