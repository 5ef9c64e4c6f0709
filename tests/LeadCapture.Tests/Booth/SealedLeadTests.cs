using System.Security.Cryptography;
using System.Text.Json;
using LeadCapture.Booth;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadCapture.Tests.Booth;

/// What a browser has sealed, and wwwroot-assets/test/seal.test.mjs opens too.
public class SealedLeadTests
{
    private static readonly JsonElement Known =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sealed-lead.json"))).RootElement;

    private static readonly SealedLead Lead = Known.GetProperty("lead").Deserialize<SealedLead>(JsonSerializerOptions.Web)!;
    private static readonly byte[] DeviceKey = WebEncoders.Base64UrlDecode(Known.GetProperty("keys").GetProperty("sign").GetString()!);

    [Fact]
    public void What_a_browser_sealed_is_opened()
    {
        using var key = EventKey();

        Assert.Equal(Known.GetProperty("text").GetString(), Lead.Open(key));
        Assert.True(Lead.IsSignedBy(DeviceKey));
        Assert.Equal(Lead.Key, LeadCapture.Booth.EventKey.IdOf(Known.GetProperty("keys").GetProperty("seal").GetString()!));
        Assert.Equal(("event-booth", "0123456789ABCDEFGHJKMNPQRS"), (CapturedLead.Read(Lead.Open(key))!.Form, CapturedLead.Read(Lead.Open(key))!.Receipt));
    }

    [Fact]
    public void What_was_changed_since_is_neither_signed_nor_opened()
    {
        using var key = EventKey();
        var middle = Lead.Sealed.Length / 2;
        var other = Lead.Sealed[middle] == 'A' ? 'B' : 'A';
        SealedLead[] changed =
        [
            Lead with { Number = 8 }, Lead with { Id = Lead.Device }, Lead with { Device = Lead.Id }, Lead with { At = Lead.At + 1 },
            Lead with { Sealed = string.Concat(Lead.Sealed.AsSpan(0, middle), other.ToString(), Lead.Sealed.AsSpan(middle + 1)) },
        ];

        foreach (var lead in changed)
        {
            Assert.False(lead.IsSignedBy(DeviceKey));
            Assert.ThrowsAny<CryptographicException>(() => lead.Open(key));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64")]
    public void What_is_no_sealed_lead_says_so(string text)
    {
        using var key = EventKey();

        Assert.False((Lead with { Mac = text }).IsSignedBy(DeviceKey));
        Assert.ThrowsAny<CryptographicException>(() => (Lead with { Sealed = text }).Open(key));
    }

    [Fact]
    public void Nothing_of_a_visitor_is_seen_from_outside() =>
        Assert.DoesNotContain("ann", Known.GetProperty("lead").GetRawText(), StringComparison.OrdinalIgnoreCase);

    private static ECDiffieHellman EventKey()
    {
        var pair = ECDiffieHellman.Create();
        pair.ImportPkcs8PrivateKey(WebEncoders.Base64UrlDecode(Known.GetProperty("privateKey").GetString()!), out _);
        return pair;
    }
}
