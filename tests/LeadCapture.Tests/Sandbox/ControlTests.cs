using System.Net;
using LeadCapture.Sandbox;

namespace LeadCapture.Tests.Sandbox;

public class ControlTests
{
    [Fact]
    public async Task A_scene_can_be_ordered_over_HTTP()
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await Orders(sandbox, "scene",
            "scene=refuse&calls=3&field=/phone&only=everycall&email=ann@example.com&delay=1.5&retryAfter=2147483647&bare=true" +
            "&garbled=nul");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(
            new ScenePlan(Scene.Refuse, 3, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(int.MaxValue), "/phone",
                SceneReach.EveryCall, "ann@example.com", true, Garbling.Nul),
            Assert.Single(sandbox.State.Scenes));
    }

    [Theory]
    [InlineData("scene=Storm", "/scene")]
    [InlineData("scene=1", "/scene")]
    [InlineData("", "/scene")]
    [InlineData("scene=Slow&calls=0", "/calls")]
    [InlineData("scene=Slow&delay=-1", "/delay")]
    [InlineData("scene=Slow&delay=1e99", "/delay")]
    [InlineData("scene=RateLimited&retryAfter=soon", "/retryAfter")]
    [InlineData("scene=Slow&only=some", "/only")]
    [InlineData("scene=Normal&garbled=a-lot", "/garbled")]
    public async Task A_wrong_order_is_refused(string order, string wrong)
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await Reply.Of(await Orders(sandbox, "scene", order));

        Assert.Equal((HttpStatusCode.BadRequest, wrong), (reply.Status, reply.Pointer));
        Assert.Empty(sandbox.State.Scenes);
    }

    [Fact]
    public async Task Control_is_neither_counted_nor_hit_by_a_scene()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates(SandboxClient.Ann);
        sandbox.State.Play(Scene.CutBefore);
        sandbox.State.Play(Scene.Unavailable);

        var state = await sandbox.Gets("/_sandbox/state");
        var calls = await sandbox.Gets("/_sandbox/calls");
        var contacts = await sandbox.Gets("/_sandbox/contacts");

        Assert.Equal(1, (int?)state.Json["received"]);
        Assert.Equal("Unavailable", (string?)state.Json["scenes"]![0]!["scene"]);
        Assert.Equal(201, (int?)calls.Json[0]!["status"]);
        Assert.Equal(1, (int?)contacts.Json[0]!["createdTimes"]);
    }

    [Fact]
    public async Task Key_and_reset_can_be_ordered()
    {
        await using var sandbox = await SandboxClient.Start();

        await Orders(sandbox, "key", "key=another");
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.Creates(SandboxClient.Ann)).Status);

        await Orders(sandbox, "reset", "");
        Assert.Equal(0, sandbox.State.Received);
        Assert.Equal(HttpStatusCode.Created, (await sandbox.Creates(SandboxClient.Ann)).Status);
    }

    [Theory]
    [InlineData("scene=CutAfter&only=Enrollments&calls=1", "CutAfter for the next enrollment call")]
    [InlineData("scene=RateLimited&only=lists", "RateLimited for all calls that add to a list")]
    [InlineData("scene=Slow&only=Updates&calls=2&email=ann@example.com", "Slow for the next 2 update calls about ann@example.com")]
    [InlineData("scene=NotProcessed&field=contactLimitExceeded", "NotProcessed for all enrollment calls")]
    public async Task A_scene_can_be_kept_to_what_follows_a_create_and_the_page_says_so(string order, string words)
    {
        await using var sandbox = await SandboxClient.Start();

        await Orders(sandbox, "scene", order);

        Assert.Contains(words, (await sandbox.Gets("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sequences_lists_and_opting_out_can_be_ordered()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates(SandboxClient.Ann);

        await Orders(sandbox, "sequences", "name=Spring&state=paused");
        await Orders(sandbox, "sequences", "id=300&state=Archived");
        await Orders(sandbox, "sequences", "id=400&state=Removed");
        await Orders(sandbox, "lists", "name=Partners&shared=true");
        await Orders(sandbox, "lists", "id=12");
        await Orders(sandbox, "opt-out", "email=ann@example.com");

        Assert.Equal(
            ["Welcome", "Decision makers", "Trade fair follow-up", "Summer offer", "Spring"], await Names(sandbox, "/v3/sequences"));
        Assert.Equal(["Call back", "Trade fair", "Partners"], await Names(sandbox, "/v3/contact-lists"));
        var refused = await sandbox.Posts("/v4/sequences/300/contact-links/bulk", """{"contactIds":[1001]}""");
        Assert.Equal("sequence.archived", (string?)refused.Json["code"]);
        Assert.True((bool?)(await sandbox.Gets("/v4/contacts/1001")).Json["isOptedOut"]);
    }

    [Theory]
    [InlineData("sequences", "id=7&state=Active", "/id")]
    [InlineData("sequences", "id=100&state=Removed", "/id")]
    [InlineData("sequences", "id=300&state=asleep", "/state")]
    [InlineData("sequences", "", "/name")]
    [InlineData("lists", "id=x", "/id")]
    [InlineData("lists", "", "/name")]
    [InlineData("opt-out", "email=bob@example.com", "/email")]
    public async Task A_wrong_order_about_them_is_refused(string what, string order, string wrong)
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await Reply.Of(await Orders(sandbox, what, order));

        Assert.Equal((HttpStatusCode.BadRequest, wrong), (reply.Status, reply.Pointer));
    }

    [Fact]
    public async Task The_page_and_the_state_show_who_is_enrolled()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates(SandboxClient.Ann);
        await sandbox.Posts("/v4/sequences/300/contact-links/bulk", """{"contactIds":[1001]}""");
        await sandbox.Posts("/v4/sequences/300/contact-links/bulk", """{"contactIds":[1001],"removeFromExisting":true}""");

        var page = (await sandbox.Gets("/")).Text;
        var state = (await sandbox.Gets("/_sandbox/state")).Json;
        var enrollment = Assert.Single((await sandbox.Gets("/_sandbox/enrollments")).Json.AsArray())!;

        Assert.Equal((2, 1), ((int?)state["enrolled"], (int?)state["doubledEnrollments"]));
        Assert.Equal((300, 1001, 2), ((int?)enrollment["sequenceId"], (int?)enrollment["contactId"], (int?)enrollment["times"]));
        Assert.Matches("""Trade fair follow-up</td>\s*<td[^>]*>Active</td>\s*<td[^>]*>ann@example.com""", page);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    public async Task Another_site_may_not_steer_it(string header, string value, HttpStatusCode expected)
    {
        await using var sandbox = await SandboxClient.Start();

        var response = await Orders(sandbox, "scene", "scene=Unavailable", (header, value));

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(sandbox.State.Scenes);
    }

    [Fact]
    public async Task A_form_of_the_page_leads_back_to_the_page()
    {
        await using var sandbox = await SandboxClient.Start();

        var response = await Orders(sandbox, "scene", "scene=CutAfter&calls=&email=", ("Accept", "text/html,*/*"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.ToString());
        Assert.Equal(new ScenePlan(Scene.CutAfter), Assert.Single(sandbox.State.Scenes));
    }

    [Fact]
    public async Task The_page_encodes_what_it_received()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates("""{"email":"<script>@example.com","firstName":"<script>alert(1)</script>"}""");
        await sandbox.Gets("/v3/contacts?email=<script>");
        sandbox.State.Play(new ScenePlan(Scene.Slow, OnlyEmail: "<script>"));

        using var response = await sandbox.Http.GetAsync("/", TestContext.Current.CancellationToken);
        var page = await Reply.Of(response);

        Assert.Equal("text/html", page.Type);
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;@example.com", page.Text, StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    private static async Task<IEnumerable<string?>> Names(SandboxClient sandbox, string path) =>
        (await sandbox.Gets(path)).Json["items"]!.AsArray().Select(item => (string?)item!["name"]);

    private static async Task<HttpResponseMessage> Orders(
        SandboxClient sandbox, string what, string form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/_sandbox/{what}");
        request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await sandbox.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
