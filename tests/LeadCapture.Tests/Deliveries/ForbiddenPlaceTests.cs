using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

/// The key goes nowhere where only the machine itself may ask.
public class ForbiddenPlaceTests
{
    [Theory]
    [InlineData("https://169.254.169.254")]
    [InlineData("https://[::ffff:169.254.169.254]")]
    [InlineData("https://[64:ff9b::a9fe:a9fe]")]
    [InlineData("https://[fd00:ec2::254]")]
    public async Task Reply_io_is_not_called_there_and_the_lead_waits(string address)
    {
        await using var app = await TestApp.Start($"Reply:BaseUrl={address}");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var said = await browser.Does("/admin/settings/key/test");
        await app.Submits("ann@example.com");

        Assert.Contains("Nothing was sent: the address is none that may be called.", said.News, StringComparison.Ordinal);
        var delivery = await app.DeliveryOf("ann@example.com");
        Assert.Equal((DeliveryState.Waiting, Cause.NotReached), (delivery.State, delivery.Cause));
    }
}
