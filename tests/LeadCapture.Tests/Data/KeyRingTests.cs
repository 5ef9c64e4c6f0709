using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Data;

/// The key ring locks the secrets; a certificate locks the ring.
public class KeyRingTests
{
    private const string Unsealed = "lies unencrypted beside what it locks";

    [Fact]
    public async Task A_certificate_seals_the_ring_and_opens_it_after_a_restart_and_on_another_node()
    {
        using var certificates = new Certificates();
        var settings = Certificates.Settings(certificates.New());
        var first = await TestApp.Start(new TestAppPlan { Settings = settings, HasSchema = false });
        await Stores(first);
        var ring = await RingOf(first);
        if (TestApp.OnPostgreSql)
        {
            await using var other = await TestApp.Start(
                new TestAppPlan { Settings = settings, Continues = first, OwnsData = false, ApiKey = "wrong" });
            Assert.Equal("test-key", await other.Services.GetRequiredService<SecretBox>().Read(SecretBox.ReplyApiKey));
        }
        await first.Stop();

        await using var second = await TestApp.Start(
            new TestAppPlan { Settings = settings, Continues = first, ApiKey = "wrong" });
        await second.Submits("ann@example.com");

        await second.IsDelivered("ann@example.com");
        Assert.Equal(Assert.Single(ring), Assert.Single(await RingOf(second)));
        Assert.Contains("EncryptedKey", ring[0], StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", ring[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ring_from_before_the_certificate_is_sealed_and_still_opens_what_it_locked()
    {
        using var certificates = new Certificates();
        var settings = Certificates.Settings(certificates.New());
        var first = await TestApp.Start(new TestAppPlan { HasSchema = false });
        await Stores(first);
        Assert.Contains("masterKey", Assert.Single(await RingOf(first)), StringComparison.Ordinal);
        await first.Stop();

        var second = await TestApp.Start(new TestAppPlan { Settings = settings, Continues = first, OwnsData = false });
        var ring = Assert.Single(await RingOf(second));
        await second.Stop();
        await using var third = await TestApp.Start(new TestAppPlan { Settings = settings, Continues = first });

        Assert.Contains("EncryptedKey", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", ring, StringComparison.Ordinal);
        Assert.Equal("test-key", await third.Services.GetRequiredService<SecretBox>().Read(SecretBox.ReplyApiKey));
    }

    [Fact]
    public async Task Another_certificate_opens_nothing_and_the_start_says_so()
    {
        using var certificates = new Certificates();
        var first = await TestApp.Start(
            new TestAppPlan { Settings = Certificates.Settings(certificates.New()), HasSchema = false });
        await Stores(first);
        await first.Stop();

        var refusal = await Assert.ThrowsAsync<SettingException>(() => TestApp.Start(
            new TestAppPlan { Settings = Certificates.Settings(certificates.New()), Continues = first }));

        Assert.Contains("DataProtection:Certificate", refusal.Message, StringComparison.Ordinal);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_certificate_a_shared_ring_is_warned_about_at_every_start()
    {
        await using var app = await TestApp.Start();

        var warned = (await app.EndsWithLog()).Where(line => line.Contains(Unsealed, StringComparison.Ordinal)).ToList();

        if (TestApp.OnPostgreSql)
            Assert.Contains("[WRN]", Assert.Single(warned), StringComparison.Ordinal);
        else
            Assert.Empty(warned);
    }

    [Fact]
    public async Task With_a_certificate_nothing_is_warned_about()
    {
        using var certificates = new Certificates();
        await using var app = await TestApp.Start(Certificates.Settings(certificates.New()));

        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains(Unsealed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_stops_the_program_with_one_line_and_exit_code_1()
    {
        using var certificates = new Certificates();
        var app = await TestApp.Start();
        await app.Stop();
        foreach (var settings in (string[][])
        [
            Certificates.Settings("/nowhere/ring.pfx"), Certificates.Settings(certificates.Nonsense()),
            Certificates.Settings(certificates.New(withKey: false)), Certificates.Settings(certificates.New(elliptic: true)),
        ])
            Assert.Equal(
                (1, "DataProtection:Certificate: expected the path of a PFX file that holds an RSA certificate with its "
                    + "private key."),
                await Refusal(app, settings));
        Assert.Equal(
            (1, "DataProtection:CertificatePassword: expected the password of the file that DataProtection:Certificate names."),
            await Refusal(app, Certificates.Settings(certificates.New(), "geheim")));
        Assert.Equal(
            (1, "DataProtection:Certificate: expected a value, because DataProtection:CertificatePassword is set."),
            await Refusal(app, ["DataProtection:CertificatePassword=geheim"]));
        await app.DisposeAsync();
    }

    private static async Task<(int, string)> Refusal(TestApp app, string[] settings)
    {
        var (code, error) = await TestProgram.Refusal(app, settings);
        return (code, error.TrimEnd('\n'));
    }

    private static Task Stores(TestApp app) =>
        app.Services.GetRequiredService<SecretBox>().Write(SecretBox.ReplyApiKey, "test-key");

    private static async Task<List<string>> RingOf(TestApp app) => TestApp.OnPostgreSql
        ? await app.Query(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync())
        : [.. Directory.GetFiles(Path.Combine(app.Folder, "keys")).Select(File.ReadAllText)];
}
