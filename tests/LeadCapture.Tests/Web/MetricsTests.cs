using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

/// The numbers of the queue are for machines of ours.
public class MetricsTests
{
    private static readonly (string, string) Elsewhere = ("X-Forwarded-For", "198.51.100.1");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Without_a_setting_this_machine_alone_reads_them(int proxies)
    {
        await using var app = await TestApp.Start($"TrustedProxies={proxies}");

        Assert.Equal(200, await Asks(app));
        Assert.Equal(404, await Asks(app, Elsewhere));
        Assert.Equal(404, await Asks(app, ("X-Forwarded-For", "127.0.0.1")));
        Assert.Equal(404, await Asks(app, ("Forwarded", "for=198.51.100.1")));
        Assert.Equal(404, await Asks(app, ("X-Real-IP", "198.51.100.1")));
    }

    [Fact]
    public async Task With_a_key_whoever_has_it_reads_them()
    {
        await using var app = await TestApp.Start("Metrics:Key=a-key-of-metrics", "TrustedProxies=1");

        foreach (var wrong in (string[])["", "Bearer", "Bearer a-key", "Bearer a-key-of-metrics2", "Basic a-key-of-metrics"])
        {
            using var refused = await app.Answers(HttpMethod.Get, "/metrics", headers: ("Authorization", wrong));
            Assert.Equal((wrong, 401, "Bearer"), (wrong, (int)refused.StatusCode, refused.Headers.WwwAuthenticate.ToString()));
        }
        Assert.Equal(200, await Asks(app, ("Authorization", "Bearer a-key-of-metrics"), Elsewhere));
        Assert.Equal(200, await Asks(app, ("Authorization", "bearer a-key-of-metrics")));
    }

    [Fact]
    public async Task With_a_port_of_their_own_they_are_there_and_nowhere_else()
    {
        var port = MailServer.FreePort();
        await using var app = await TestApp.Start($"Metrics:Port={port}");
        using var machine = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        async Task<int> There(string path)
        {
            using var answer = await machine.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        }

        Assert.Equal((404, 200), (await Asks(app), await There("/metrics")));
        Assert.Equal((200, 200), (await There("/health/live"), await There("/health/ready")));
        foreach (var path in (string[])["/", "/f/contact", "/api/forms/contact", "/admin/login", "/embed.js"])
        {
            Assert.Equal((path, 404), (path, await There(path)));
            Assert.Equal((path, 200), (path, (await app.Opens(path)).Status));
        }
    }

    [Fact]
    public async Task They_count_what_comes_in_and_how_each_attempt_ends()
    {
        await using var app = await TestApp.Start();
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.Submits("ann@example.com");
        await app.Reaches("ann@example.com", DeliveryState.NeedsAttention);
        await app.Submits("bob@example.com", "landing-page");
        await app.IsDelivered("bob@example.com");
        using (await app.Posts("/f/contact/booth", ("email", "carl@"))) { }

        var metrics = await app.Reads("/metrics");

        string[] lines =
        [
            "leadcapture_submissions_total{channel=\"Page\",result=\"Accepted\"} 2",
            "leadcapture_submissions_total{channel=\"Booth\",result=\"Invalid\"} 1",
            "leadcapture_attempt_duration_seconds_count{cause=\"Rejected\",kind=\"Create\",outcome=\"Refused\"} 1",
            "leadcapture_attempt_duration_seconds_count{cause=\"Created\",kind=\"Create\",outcome=\"Accepted\"} 1",
            "leadcapture_sending_paused{} 0",
            "# TYPE leadcapture_deliveries gauge",
        ];
        Assert.All(lines, line => Assert.Contains(line + "\n", metrics, StringComparison.Ordinal));
        Assert.Contains("dotnet_gc_collections_total", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("http_server_request_duration", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_adds_what_another_meter_counts()
    {
        await using var app = await TestApp.Start("Metrics:EnabledMetrics:Microsoft.AspNetCore.Hosting=true");
        await app.Opens("/f/contact");

        Assert.Contains("http_server_request_duration_seconds_count{", await app.Reads("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_read_and_nothing_else()
    {
        await using var app = await TestApp.Start();

        using var posted = await app.Posts("/metrics", ("email", "ann@example.com"));
        using var asked = await app.Answers(HttpMethod.Head, "/metrics");

        Assert.Equal((405, 200), ((int)posted.StatusCode, (int)asked.StatusCode));
    }

    private static async Task<int> Asks(TestApp app, params (string, string)[] headers)
    {
        using var answer = await app.Answers(HttpMethod.Get, "/metrics", headers: headers);
        return (int)answer.StatusCode;
    }
}
