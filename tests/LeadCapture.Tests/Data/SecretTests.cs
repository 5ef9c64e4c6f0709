using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Data;

/// The stored API key can only be read with the key ring.
public class SecretTests
{
    [Fact]
    public async Task The_stored_key_wins_over_the_setting()
    {
        var first = await WithStoredKey();

        await using var second = await TestApp.Start(new TestAppPlan { ApiKey = "from-the-file", Continues = first });
        await second.Submits("ben@example.com");

        await second.IsDelivered("ben@example.com");
        Assert.Equal(0, second.ReplyIo.State.Rejected);
    }

    [Fact]
    public async Task The_key_is_not_readable_in_the_database()
    {
        await using var app = await TestApp.Start();
        await app.Services.GetRequiredService<SecretBox>().Write(SecretBox.ReplyApiKey, "test-key");

        var stored = await app.Query(db => db.Secrets.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("test-key", stored.Protected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_key_ring_the_program_refuses_to_start_and_says_what_to_do()
    {
        var first = await WithStoredKey(losesRing: true);

        var refusal = await Assert.ThrowsAsync<SettingException>(() => TestApp.Start(new TestAppPlan { Continues = first }));
        Assert.Contains("its key ring is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Secrets:Forget=true", refusal.Message, StringComparison.Ordinal);

        await using var second = await TestApp.Start(new TestAppPlan { Continues = first, Settings = ["Secrets:Forget=true"] });
        Assert.Equal("ann@example.com", (await second.DeliveryOf("ann@example.com")).Lead!.Email);
        await second.Submits("ben@example.com");
        await second.IsDelivered("ben@example.com");
    }

    private static async Task<TestApp> WithStoredKey(bool losesRing = false)
    {
        var app = await TestApp.Start();
        await app.Submits("ann@example.com");
        await app.Services.GetRequiredService<SecretBox>().Write(SecretBox.ReplyApiKey, "test-key");
        if (losesRing)
            await app.Query(db => db.DataProtectionKeys.ExecuteDeleteAsync());
        await app.Stop();
        if (losesRing && Directory.Exists(Path.Combine(app.Folder, "keys")))
            Directory.Delete(Path.Combine(app.Folder, "keys"), recursive: true);
        return app;
    }
}
