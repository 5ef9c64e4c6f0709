using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.BrowserTests;

public class AccessibilityJourney(Chromium chromium) : Journey(chromium)
{
    private static readonly string[] Forms = ["contact", "event-booth", "landing-page"];
    private static readonly string[] Shapes = ["", "/embed", "/booth"];

    protected override string InlineWait => "00:00:00.050";

    [Fact]
    public async Task Every_public_page_is_accessible()
    {
        Expected.Add("status of 404");
        var page = await Visitor();

        foreach (var path in (string[])["/", "/nowhere", "/f/nothing"])
        {
            await page.Opens(path);
            await page.Looks("page" + path.Replace('/', '-'));
        }
        foreach (var path in Forms.SelectMany(form => Shapes.Select(shape => $"/f/{form}{shape}")))
        {
            var form = await page.Opens(path);
            await form.Starts();
            if (path.StartsWith("/f/contact", StringComparison.Ordinal))
                await form.Adds(0, "", "without a name");
            await page.Looks("form" + path.Replace('/', '-'));
            await form.Sends();
            await form.IsRefused();
            await page.Looks("refused" + path.Replace('/', '-'));
        }
        foreach (var (path, delivery) in await Confirmations())
        {
            var confirmation = await page.Opens(path);
            await confirmation.IsConfirmed(delivery);
            await page.Looks($"{delivery}{path[..path.IndexOf("/confirmation", StringComparison.Ordinal)].Replace('/', '-')}");
        }
    }

    [Fact]
    public async Task Every_kind_of_field_is_accessible()
    {
        var page = await Visitor();
        await App.Publishes("landing-page", form => form.Asking(
        [
            ContactFields.Get("email"),
            .. FieldKinds.All.Select(kind => new Field
            {
                Key = kind.Name, Kind = kind, Label = $"A field of the kind {kind.Name}", Hint = "A hint", Required = true,
                Options = [new("hot", "Now"), new("cold", "Later")],
            }),
        ]));

        foreach (var shape in Shapes)
        {
            var form = await page.Opens("/f/landing-page" + shape);
            await page.Looks("kinds" + shape.Replace('/', '-'));
            await form.Sends();
            await form.IsRefused();
            await page.Looks("kinds-refused" + shape.Replace('/', '-'));
        }
    }

    /// In every state and shape. A lead that cannot be confirmed and one that has to wait go last: they hold up all others.
    private async Task<List<(string Path, string Delivery)>> Confirmations()
    {
        List<(string, string)> all = [];
        foreach (var form in Forms)
            await Add("delivered", form, DeliveryState.Delivered);
        App.ReplyIo.State.Play(new(Scene.Refuse, OnlyEmail: "needs-attention@example.com"));
        await Add("needs-attention", "contact", DeliveryState.NeedsAttention);
        App.ReplyIo.State.Play(new(Scene.CutBefore, OnlyEmail: "unconfirmed@example.com"));
        App.ReplyIo.State.Play(new(Scene.Unavailable, Only: SceneReach.LookUps));
        await Add("unconfirmed", "contact", DeliveryState.Unconfirmed);
        App.ReplyIo.State.Play(new(Scene.RateLimited, RetryAfter: TimeSpan.FromHours(1), Only: SceneReach.Creates));
        await Add("waiting", "landing-page", DeliveryState.Waiting);
        return all;

        async Task Add(string delivery, string form, DeliveryState state)
        {
            var email = $"{(delivery == "delivered" ? form : delivery)}@example.com";
            var path = await App.Submits(email, form);
            await App.Reaches(email, state);
            var receipt = path[path.LastIndexOf('/')..];
            all.AddRange(Shapes.Select(shape => ($"/f/{form}{shape}/confirmation{receipt}", delivery)));
        }
    }
}
