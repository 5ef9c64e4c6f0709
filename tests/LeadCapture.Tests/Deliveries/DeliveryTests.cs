using LeadCapture.Deliveries;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

public class DeliveryTests
{
    [Fact]
    public async Task A_lead_arrives_at_Reply_io_and_the_confirmation_shows_the_contact()
    {
        await using var app = await TestApp.Start();

        var confirmation = await app.Submits("ann@example.com");

        var page = await app.Visitor.GetStringAsync(new Uri(confirmation, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("data-delivery=\"delivered\"", page, StringComparison.Ordinal);
        Assert.Contains("Welcome", page, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Delivered, (await app.DeliveryOf("ann@example.com")).State);
        Assert.Equal(1, app.ReplyIo.State.CreatesOf("ann@example.com"));
    }
}
